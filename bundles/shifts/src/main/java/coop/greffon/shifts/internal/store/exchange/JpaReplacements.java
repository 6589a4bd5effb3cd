package coop.greffon.shifts.internal.store.exchange;

import coop.greffon.core.identity.Actor;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.problem.Refused;
import coop.greffon.shifts.internal.rules.Comes;
import coop.greffon.shifts.internal.store.StoredWorker;
import coop.greffon.shifts.internal.store.WorkerChanges;
import coop.greffon.shifts.internal.store.booking.Applicants;
import coop.greffon.shifts.internal.store.booking.SeatActs;
import coop.greffon.shifts.internal.store.slot.Booking;
import coop.greffon.shifts.internal.store.slot.BookingState;
import coop.greffon.shifts.internal.store.slot.Shift;
import coop.greffon.shifts.internal.store.slot.ShiftState;
import coop.greffon.shifts.internal.store.slot.Slots;
import coop.greffon.shifts.internal.store.slot.StoredBooking;
import java.util.Optional;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Staff write down on the sheet who comes instead of whom, before the shift or at it. */
@Component(service = JpaReplacements.class)
public final class JpaReplacements {
    private final JpaTemplate jpa;
    private final WorkerChanges changes;
    private final Applicants applicants;
    private final SeatActs seats;
    private final PersonNews news;

    @Activate
    public JpaReplacements(
            @Reference(target = "(osgi.unit.name=shifts)") JpaTemplate jpa,
            @Reference WorkerChanges changes,
            @Reference Applicants applicants,
            @Reference SeatActs seats,
            @Reference PersonNews news) {
        this.jpa = jpa;
        this.changes = changes;
        this.applicants = applicants;
        this.seats = seats;
        this.news = news;
    }

    /**
     * Has somebody come instead of whoever has a seat; what becomes of it is told of who comes. Said again, nothing changes.
     *
     * @param memberId who comes
     * @throws InvalidInput where they have a seat on that shift, or may not work that day
     * @throws Refused where it is told what became of the seat, the sheet is closed, or it is about whoever tells
     * @throws coop.greffon.core.problem.NotFound where there is no such seat, or they do not work
     */
    public Booking replace(long bookingId, long memberId, Actor by) {
        return jpa.txExpr(TransactionType.Required, em -> {
            StoredBooking booking =
                    Optional.ofNullable(em.find(StoredBooking.class, bookingId)).orElseThrow(SeatActs::unknown);
            Shift shift = Slots.locked(em, booking.shiftId()).shift();
            em.refresh(booking);
            long freed = SeatActs.memberOf(em, booking);
            long account = changes.accountOf(memberId, shift.day());
            Comes comes = account == memberId ? Comes.THEMSELVES : Comes.PARTNER;
            changes.requireOther(freed, by);
            changes.requireOther(account, by);
            if (account == freed) {
                return comesInstead(account, booking, comes, shift, by);
            }
            var taken = new Booking[1];
            changes.changeBoth(account, freed, by, (inside, row, other) -> {
                Optional<StoredBooking> there = SeatActs.own(inside, row, shift.id(), comes);
                if (isDone(booking, there)) {
                    taken[0] = there.get().booking();
                    return;
                }
                require(booking, shift);
                requireFree(row, there);
                applicants.requireWorking(inside, row, shift.day());
                taken[0] =
                        seats.handOver(inside, booking, row, comes, shift, by).booking();
                news.replaces(taken[0].id(), account, freed, shift);
            });
            return taken[0];
        });
    }

    /** Of one account, the seat stays and the other person comes to it. */
    private Booking comesInstead(long account, StoredBooking booking, Comes comes, Shift shift, Actor by) {
        if (booking.comes() != comes) {
            changes.change(account, by, (em, row) -> {
                require(booking, shift);
                requireFree(row, SeatActs.own(em, row, shift.id(), comes));
                applicants.requireWorking(em, row, shift.day());
                booking.comes(comes);
                seats.record("shifts.audit.comes", account, shift, by);
            });
        }
        return booking.booking();
    }

    private static boolean isDone(StoredBooking booking, Optional<StoredBooking> there) {
        return booking.state() == BookingState.TAKEN_OVER
                && there.isPresent()
                && Long.valueOf(there.get().id()).equals(booking.booking().takenOverBy());
    }

    private static void require(StoredBooking booking, Shift shift) {
        if (shift.state() != ShiftState.PLANNED) {
            throw new Refused(Text.of("shifts.attendance.over"));
        }
        if (!booking.isSeated() || !booking.state().isOpen()) {
            throw new Refused(Text.of("shifts.booking.settled"));
        }
    }

    private static void requireFree(StoredWorker row, Optional<StoredBooking> there) {
        long member = row.enrolment().memberId();
        if (there.filter(StoredBooking::isSeated).isPresent()) {
            throw new InvalidInput(FieldError.of("memberId", member, Text.of("shifts.refusal.other.ALREADY_THERE")));
        }
    }
}
