package coop.greffon.shifts.internal.store.booking;

import coop.greffon.core.identity.Actor;
import coop.greffon.core.persistence.Moments;
import coop.greffon.shifts.internal.setting.RulesInForce;
import coop.greffon.shifts.internal.store.slot.BookingState;
import coop.greffon.shifts.internal.store.slot.ShiftState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells of shifts what nobody tells: that they did not take place, and, where the co-op wants it, what sheets left open assume. */
@Component(service = Settlement.class)
public final class Settlement {
    private static final Logger LOG = LoggerFactory.getLogger(Settlement.class);

    private final JpaTemplate jpa;
    private final JpaAttendance attendance;
    private final SheetClosing closing;
    private final RulesInForce rules;
    private final Clock clock;

    @Activate
    public Settlement(
            @Reference(target = "(osgi.unit.name=shifts)") JpaTemplate jpa,
            @Reference JpaAttendance attendance,
            @Reference SheetClosing closing,
            @Reference RulesInForce rules,
            @Reference Clock clock) {
        this.jpa = jpa;
        this.attendance = attendance;
        this.closing = closing;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * What was done.
     *
     * @param told of how many seats
     * @param closed how many sheets
     * @param failed the shifts or seats with which something is wrong
     */
    public record Done(int told, int closed, List<Long> failed) {
        public Done {
            failed = List.copyOf(failed);
        }
    }

    /** Everything that is over. Asked again, nothing is told twice. */
    public Done settle(Actor by) {
        List<Long> failed = new ArrayList<>();
        int told = each(notHeld(), failed, booking -> attendance.tellNotHeld(booking, by));
        int hours = rules.sheetHours(LocalDate.now(clock));
        int closed = hours == 0
                ? 0
                : each(
                        leftOpen(clock.instant().minus(Duration.ofHours(hours))),
                        failed,
                        shift -> closing.closeAlone(shift, by));
        return new Done(told, closed, failed);
    }

    /** One with which something is wrong does not keep the others from being told of. */
    private static int each(List<Long> ids, List<Long> failed, LongConsumer deed) {
        int done = 0;
        for (Long id : ids) {
            try {
                deed.accept(id);
                done++;
            } catch (RuntimeException wrong) {
                LOG.error("What became of {} cannot be told", id, wrong);
                failed.add(id);
            }
        }
        return done;
    }

    private List<Long> notHeld() {
        return jpa.txExpr(
                TransactionType.Supports,
                em -> em.createQuery(
                                "select b.id from StoredBooking b, StoredShift s where s.id = b.shiftId"
                                        + " and b.state = :state and b.told = false and s.startsAt <= :now order by b.id",
                                Long.class)
                        .setParameter("state", BookingState.NOT_HELD)
                        .setParameter("now", Moments.stored(clock.instant()))
                        .getResultList());
    }

    private List<Long> leftOpen(Instant before) {
        return jpa.txExpr(
                TransactionType.Supports,
                em -> em.createQuery(
                                "select s.id from StoredShift s where s.state = :state and s.endsAt <= :before"
                                        + " order by s.id",
                                Long.class)
                        .setParameter("state", ShiftState.PLANNED)
                        .setParameter("before", Moments.stored(before))
                        .getResultList());
    }
}
