package coop.greffon.shifts.internal.store.booking;

import coop.greffon.core.audit.Audit;
import coop.greffon.core.audit.FieldChange;
import coop.greffon.core.identity.Actor;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.problem.Refused;
import coop.greffon.shifts.internal.rules.Outcome;
import coop.greffon.shifts.internal.store.StoredWorker;
import coop.greffon.shifts.internal.store.WorkerChanges;
import coop.greffon.shifts.internal.store.slot.BookingState;
import coop.greffon.shifts.internal.store.slot.Shift;
import coop.greffon.shifts.internal.store.slot.ShiftCalendar;
import coop.greffon.shifts.internal.store.slot.ShiftState;
import coop.greffon.shifts.internal.store.slot.Slots;
import coop.greffon.shifts.internal.store.slot.StoredBooking;
import coop.greffon.shifts.internal.store.slot.StoredShift;
import java.time.Clock;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Closes sheets: of whoever nobody has told, the rules of each tell. */
@Component(service = SheetClosing.class)
public final class SheetClosing {
    private static final int LONGEST = 1000;
    private static final Set<Outcome> MISSED = EnumSet.of(Outcome.ABSENT, Outcome.ABSENT_TWICE);

    private final JpaTemplate jpa;
    private final WorkerChanges changes;
    private final JpaAttendance attendance;
    private final Audit audit;
    private final Clock clock;

    @Activate
    public SheetClosing(
            @Reference(target = "(osgi.unit.name=shifts)") JpaTemplate jpa,
            @Reference WorkerChanges changes,
            @Reference JpaAttendance attendance,
            @Reference Audit audit,
            @Reference Clock clock) {
        this.jpa = jpa;
        this.changes = changes;
        this.attendance = attendance;
        this.audit = audit;
        this.clock = clock;
    }

    /** What closing a sheet would tell of somebody of whom nothing is told yet. */
    public record Assumed(long bookingId, long memberId, Outcome outcome) {}

    /**
     * What closing a sheet would tell, of each of whom nothing is told yet; nothing of a sheet that is closed.
     *
     * @param early whether whoever closes may tell people absent while the shift goes on
     * @throws Refused where closing it would be
     * @throws coop.greffon.core.problem.NotFound where there is no such shift
     */
    public List<Assumed> foresee(long shiftId, boolean early, Actor by) {
        return jpa.txExpr(TransactionType.Supports, em -> {
            Shift shift = Optional.ofNullable(em.find(StoredShift.class, shiftId))
                    .map(StoredShift::shift)
                    .orElseThrow(ShiftCalendar::unknown);
            if (shift.state() == ShiftState.CLOSED) {
                return List.of();
            }
            List<Assumed> assumed = open(em, shiftId, by).stream()
                    .map(booking -> assumed(em, booking, shift, null))
                    .toList();
            require(shift, assumed, early);
            return assumed;
        });
    }

    /**
     * Closes a sheet: whoever nobody has told of is told as the rules of each assume. Closed again with the same remark
     * or none, nothing changes; with the first one, it is kept.
     *
     * @param remark how it went and whether there were enough people, at most 1,000 characters; null for nothing
     * @param early whether whoever closes may tell people absent while the shift goes on: they may come yet
     * @throws InvalidInput where the remark is longer
     * @throws Refused where the shift has not begun, somebody may come yet or must be told of first, or it is closed with another
     *     remark
     * @throws coop.greffon.core.problem.NotFound where there is no such shift
     */
    public void close(long shiftId, String remark, boolean early, Actor by) {
        close(shiftId, remark, early, null, by);
    }

    /** Closes a sheet that nobody closed: where the rules assume nothing, whoever nobody told of is excused. */
    void closeAlone(long shiftId, Actor by) {
        close(shiftId, null, false, Outcome.EXCUSED, by);
    }

    private void close(long shiftId, String remark, boolean early, Outcome otherwise, Actor by) {
        String said = said(remark);
        jpa.tx(TransactionType.Required, em -> {
            StoredShift row = Slots.locked(em, shiftId);
            Shift shift = row.shift();
            if (shift.state() == ShiftState.CLOSED) {
                say(row, shift, said, by);
                return;
            }
            List<StoredBooking> open = open(em, shiftId, by);
            List<Assumed> assumed = open.stream()
                    .map(booking -> assumed(em, booking, shift, otherwise))
                    .toList();
            require(shift, assumed, early);
            for (int at = 0; at < open.size(); at++) {
                tell(open.get(at), assumed.get(at), shift, by);
            }
            row.close(clock.instant());
            say(row, shift, said, by);
        });
    }

    /**
     * A remark as it is kept, null for nothing.
     *
     * @throws InvalidInput where it is longer than that
     */
    public static String said(String remark) {
        if (remark != null && remark.length() > LONGEST) {
            throw new InvalidInput(FieldError.of("remark", remark, Text.of("shifts.attendance.remark", LONGEST)));
        }
        return remark == null || remark.isBlank() ? null : remark.strip();
    }

    /** A sheet closes by itself as well, without a word; of two who close it at once, whose remark is not kept is told so. */
    private void say(StoredShift row, Shift shift, String remark, Actor by) {
        if (remark != null && shift.remark() == null) {
            row.say(remark);
            audit.record(
                    by,
                    "shifts.audit.remark",
                    "shifts.sheet",
                    Long.toString(shift.id()),
                    List.of(
                            new FieldChange("remark", null, remark),
                            new FieldChange("job", null, shift.job()),
                            new FieldChange("on", null, shift.day().toString())));
        } else if (remark != null && !remark.equals(shift.remark())) {
            throw new Refused(Text.of("shifts.attendance.closed-already"));
        }
    }

    private void require(Shift shift, List<Assumed> assumed, boolean early) {
        if (shift.state() == ShiftState.CANCELLED) {
            throw new Refused(Text.of("shifts.attendance.cancelled"));
        }
        if (clock.instant().isBefore(shift.span().starts())) {
            throw new Refused(Text.of("shifts.attendance.not-begun"));
        }
        if (assumed.stream().anyMatch(one -> one.outcome() == null)) {
            throw new Refused(Text.of("shifts.attendance.undecided"));
        }
        boolean isOver = !clock.instant().isBefore(shift.span().ends());
        if (!isOver && !early && assumed.stream().anyMatch(one -> MISSED.contains(one.outcome()))) {
            throw new Refused(Text.of("shifts.attendance.still-coming"));
        }
    }

    private Assumed assumed(EntityManager em, StoredBooking booking, Shift shift, Outcome otherwise) {
        StoredWorker worker = em.find(StoredWorker.class, booking.workerId());
        Outcome outcome = booking.state() == BookingState.ANNOUNCED
                ? Outcome.ABSENT
                : attendance.terms(shift, worker).assumed();
        return new Assumed(booking.id(), worker.enrolment().memberId(), outcome == null ? otherwise : outcome);
    }

    private void tell(StoredBooking booking, Assumed assumed, Shift shift, Actor by) {
        changes.change(
                assumed.memberId(),
                by,
                (em, worker) ->
                        attendance.tell(em, worker, booking, shift, new Told(assumed.outcome(), false, null), by));
    }

    /**
     * In the order of their workers, in which all who lock several lock them. Whoever closes a sheet is not told of by it: the office
     * is.
     */
    private List<StoredBooking> open(EntityManager em, long shiftId, Actor by) {
        return Slots.bookings(em, List.of(shiftId)).getOrDefault(shiftId, List.of()).stream()
                .filter(booking -> booking.state().isOpen() || booking.state() == BookingState.ANNOUNCED)
                .filter(booking -> !changes.isOwn(JpaAttendance.memberOf(em, booking), by))
                .sorted(Comparator.comparing(StoredBooking::workerId))
                .toList();
    }
}
