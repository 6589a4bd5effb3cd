package coop.greffon.shifts.internal.store.booking;

import coop.greffon.core.persistence.Moments;
import coop.greffon.shifts.internal.rules.Comes;
import coop.greffon.shifts.internal.rules.slot.Span;
import coop.greffon.shifts.internal.store.slot.BookingState;
import coop.greffon.shifts.internal.store.slot.StoredShift;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import javax.persistence.EntityManager;
import javax.persistence.TypedQuery;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who is on a shift about now. It is asked at each request, and answers from memory for half a minute. */
@Component(service = Roster.class)
public final class Roster {
    private static final Duration FRESH = Duration.ofSeconds(30);
    private static final Duration AROUND = Duration.ofMinutes(30);

    /** For so long after it whoever led a shift closes its sheet. */
    private static final Duration AFTERWARDS = Duration.ofHours(48);

    /** No shift is longer: so the index of their starts is of use. */
    private static final Duration LONGEST = Duration.ofHours(25);

    private final JpaTemplate jpa;
    private volatile Known known;

    @Activate
    public Roster(@Reference(target = "(osgi.unit.name=shifts)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /**
     * Somebody on a shift.
     *
     * @param memberId on whose account
     * @param comes who of their household comes
     * @param skill what their seat asks for, null for nothing
     */
    public record OnDuty(long memberId, Comes comes, String skill, String job, Span span) {}

    private record Known(Instant at, List<OnDuty> duties) {}

    /** Whoever has a seat on a shift that takes place within half an hour of an instant. */
    public List<OnDuty> around(Instant at) {
        return known(at).stream()
                .filter(duty -> !duty.span().ends().isBefore(at.minus(AROUND)))
                .toList();
    }

    /**
     * Some of what people have or had within the last two days or within half an hour of an instant: read anew where there may be any, so
     * that what ended is none at once; what begins is known after half a minute at most.
     */
    public List<OnDuty> now(Predicate<OnDuty> which, Instant at) {
        List<Long> members = known(at).stream()
                .filter(which)
                .map(OnDuty::memberId)
                .distinct()
                .toList();
        return members.isEmpty()
                ? List.of()
                : read(at, members).stream().filter(which).toList();
    }

    private List<OnDuty> known(Instant at) {
        Known so = known;
        if (so == null || at.isBefore(so.at()) || !at.isBefore(so.at().plus(FRESH))) {
            so = new Known(at, read(at, List.of()));
            known = so;
        }
        return so.duties();
    }

    /** @param members none for everybody */
    private List<OnDuty> read(Instant at, List<Long> members) {
        return jpa.txExpr(TransactionType.Supports, em -> read(em, at, members));
    }

    private static List<OnDuty> read(EntityManager em, Instant at, List<Long> members) {
        String whose = members.isEmpty() ? "" : " and w.memberId in :members";
        TypedQuery<Object[]> query = em.createQuery(
                        "select w.memberId, e.skill, s, b.comes from StoredShift s, StoredBooking b, StoredSeat e,"
                                + " StoredWorker w where b.shiftId = s.id and e.id = b.takenSeat"
                                + " and w.id = b.workerId and s.startsAt <= :to and s.startsAt > :first"
                                + " and s.endsAt >= :from and b.state in :present" + whose
                                + " order by w.memberId",
                        Object[].class)
                .setParameter("to", Moments.stored(at.plus(AROUND)))
                .setParameter("from", Moments.stored(at.minus(AFTERWARDS)))
                .setParameter("present", List.of(BookingState.BOOKED, BookingState.SEEKING, BookingState.ATTENDED))
                .setParameter("first", Moments.stored(at.minus(AFTERWARDS).minus(LONGEST)));
        if (!members.isEmpty()) {
            query.setParameter("members", members);
        }
        return query.getResultStream()
                .map(row -> duty((Long) row[0], (Comes) row[3], (String) row[1], (StoredShift) row[2]))
                .toList();
    }

    private static OnDuty duty(long memberId, Comes comes, String skill, StoredShift shift) {
        return new OnDuty(
                memberId, comes, skill, shift.shift().job(), shift.shift().span());
    }
}
