package coop.greffon.shifts.internal.store.booking;

import coop.greffon.core.identity.Actor;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.NotFound;
import coop.greffon.core.problem.Refused;
import coop.greffon.shifts.internal.rules.BookedShift;
import coop.greffon.shifts.internal.rules.BookingTerms;
import coop.greffon.shifts.internal.rules.Comes;
import coop.greffon.shifts.internal.rules.Origin;
import coop.greffon.shifts.internal.rules.Outcome;
import coop.greffon.shifts.internal.rules.booking.BookingRules;
import coop.greffon.shifts.internal.rules.booking.Prospects;
import coop.greffon.shifts.internal.rules.booking.Refusal;
import coop.greffon.shifts.internal.store.StoredWorker;
import coop.greffon.shifts.internal.store.WorkerChanges;
import coop.greffon.shifts.internal.store.slot.Booking;
import coop.greffon.shifts.internal.store.slot.BookingState;
import coop.greffon.shifts.internal.store.slot.Shift;
import coop.greffon.shifts.internal.store.slot.ShiftCalendar;
import coop.greffon.shifts.internal.store.slot.Slots;
import coop.greffon.shifts.internal.store.slot.StoredBooking;
import coop.greffon.shifts.internal.store.slot.StoredSeat;
import coop.greffon.shifts.internal.store.slot.StoredShift;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
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

/**
 * Takes seats, gives them back and hands them on. A shift is locked before whoever comes to it, and of several the one of the lowest id first:
 * of two hundred who want the last seat one gets it, and the others read why not.
 */
@Component(service = JpaBookings.class)
public final class JpaBookings {
    /** What may stand in the way of one person and not of the other of an account. */
    private static final Set<Refusal.Kind> OF_A_PERSON = EnumSet.of(
            Refusal.Kind.ALREADY_THERE, Refusal.Kind.OVERLAP, Refusal.Kind.DAY_LIMIT, Refusal.Kind.WINDOW_LIMIT);

    private final JpaTemplate jpa;
    private final WorkerChanges changes;
    private final Applicants applicants;
    private final SeatActs seats;
    private final Clock clock;

    @Activate
    public JpaBookings(
            @Reference(target = "(osgi.unit.name=shifts)") JpaTemplate jpa,
            @Reference WorkerChanges changes,
            @Reference Applicants applicants,
            @Reference SeatActs seats,
            @Reference Clock clock) {
        this.jpa = jpa;
        this.changes = changes;
        this.applicants = applicants;
        this.seats = seats;
        this.clock = clock;
    }

    /** Why whose account it is cannot take a seat on a shift. */
    public List<Refusal> refusals(long memberId, long shiftId) {
        return refusals(memberId, shiftId, Comes.THEMSELVES);
    }

    /**
     * Why somebody cannot take a seat on a shift, the weightiest reason first; none where they can.
     *
     * @param comes which person of the account would come
     * @throws NotFound where there is no such shift, or they do not work
     */
    public List<Refusal> refusals(long memberId, long shiftId, Comes comes) {
        return jpa.txExpr(TransactionType.Supports, em -> {
            StoredWorker row = WorkerChanges.find(em, memberId).orElseThrow(SeatActs::noWorker);
            Shift shift = Optional.ofNullable(em.find(StoredShift.class, shiftId))
                    .orElseThrow(ShiftCalendar::unknown)
                    .shift();
            return applicants.refusals(em, row, shift, applicants.origin(row, shift.day()), comes, null);
        });
    }

    /**
     * Takes a seat for whoever comes, one for each of two. Asked again, the seat they have is answered.
     *
     * @param comes who of the household comes
     * @return the seat, of two that of whose account it is
     * @throws Refused where a rule says no, to one of two
     * @throws NotFound where there is no such shift, or they do not work
     */
    public Booking book(long memberId, long shiftId, Comes comes, Actor by) {
        return jpa.txExpr(TransactionType.Required, em -> {
            Shift shift = Slots.locked(em, shiftId).shift();
            List<Booking> booked = new ArrayList<>();
            changes.change(memberId, by, (inside, row) -> {
                for (Comes one : comes.each()) {
                    booked.add(book(inside, row, shift, one, comes, by).booking());
                }
            });
            return booked.get(0);
        });
    }

    private StoredBooking book(EntityManager em, StoredWorker row, Shift shift, Comes comes, Comes wanted, Actor by) {
        Optional<StoredBooking> there = SeatActs.own(em, row, shift.id(), comes);
        if (there.filter(StoredBooking::isSeated).isPresent()) {
            return there.get();
        }
        long memberId = row.enrolment().memberId();
        if (isThere(em, row, shift, comes.seenByTheOther())) {
            changes.requireCompanion(memberId, shift.day());
        }
        Origin origin = there.map(StoredBooking::origin).orElse(applicants.origin(row, shift.day()));
        List<Refusal> refusals = applicants.refusals(em, row, shift, origin, comes, null);
        boolean isOtherSeated = wanted == Comes.BOTH && isThere(em, row, shift, comes.seenByTheOther());
        SeatActs.requireNone(isOtherSeated ? BookingRules.ofTheSecond(refusals) : refusals);
        seats.record("shifts.audit.booked", memberId, shift, by);
        return seats.take(em, row, shift.id(), origin, comes);
    }

    private static boolean isThere(EntityManager em, StoredWorker row, Shift shift, Comes comes) {
        return SeatActs.own(em, row, shift.id(), comes)
                .filter(StoredBooking::isSeated)
                .isPresent();
    }

    /**
     * Says that the other person of the account comes to a seat, or that both do, each on one. Said again, nothing changes.
     *
     * @throws Refused where the shift has begun, or a rule says no
     * @throws NotFound where they have no such seat
     */
    public void comes(long memberId, long bookingId, Comes comes, Actor by) {
        jpa.tx(TransactionType.Required, em -> {
            StoredBooking booking = SeatActs.locked(em, memberId, bookingId);
            Shift shift = em.find(StoredShift.class, booking.shiftId()).shift();
            if (comes == Comes.BOTH) {
                book(memberId, shift.id(), comes, by);
                return;
            }
            if (booking.comes() == comes) {
                return;
            }
            changes.change(memberId, by, (inside, row) -> {
                SeatActs.requireOpen(booking);
                SeatActs.requireNone(BookingRules.announcing(shift.span().starts(), clock.instant()));
                requireNoSkill(inside, booking, comes);
                SeatActs.requireNone(applicants.refusals(inside, row, shift, booking.origin(), comes, booking).stream()
                        .filter(refusal -> OF_A_PERSON.contains(refusal.kind()))
                        .toList());
                booking.comes(comes);
                seats.record("shifts.audit.comes", memberId, shift, by);
            });
        });
    }

    private static void requireNoSkill(EntityManager em, StoredBooking booking, Comes comes) {
        if (comes == Comes.PARTNER
                && em.find(StoredSeat.class, booking.seatId()).skill() != null) {
            SeatActs.requireNone(List.of(new Refusal(Refusal.Kind.SKILL, List.of())));
        }
    }

    /**
     * Gives a seat back. Given back again, nothing changes.
     *
     * @throws Refused where a rule says no
     * @throws NotFound where they have no such seat
     */
    public void giveBack(long memberId, long bookingId, Actor by) {
        jpa.tx(TransactionType.Required, em -> {
            StoredBooking booking = SeatActs.locked(em, memberId, bookingId);
            if (booking.state() == BookingState.CANCELLED) {
                return;
            }
            Shift shift = em.find(StoredShift.class, booking.shiftId()).shift();
            changes.change(memberId, by, (inside, row) -> {
                SeatActs.requireOpen(booking);
                Instant starts = shift.span().starts();
                SeatActs.requireNone(
                        BookingRules.givingBack(starts, booking.origin(), terms(row, shift), clock.instant()));
                booking.become(BookingState.CANCELLED, clock.instant());
                seats.record("shifts.audit.given-back", memberId, shift, by);
            });
        });
    }

    /**
     * Changes a seat for one on another shift; what it counts as stays.
     *
     * @throws Refused where a rule says no
     * @throws NotFound where they have no such seat, or there is no such shift
     */
    public Booking move(long memberId, long bookingId, long shiftId, Actor by) {
        return jpa.txExpr(TransactionType.Required, em -> {
            long from = SeatActs.find(em, memberId, bookingId).shiftId();
            SeatActs.lock(em, from, shiftId);
            StoredBooking booking = SeatActs.locked(em, memberId, bookingId);
            Shift left = em.find(StoredShift.class, from).shift();
            Shift wanted = Optional.ofNullable(em.find(StoredShift.class, shiftId))
                    .orElseThrow(ShiftCalendar::unknown)
                    .shift();
            var moved = new Booking[1];
            changes.change(memberId, by, (inside, row) -> {
                Optional<StoredBooking> there = SeatActs.own(inside, row, shiftId, booking.comes());
                if (booking.state() == BookingState.CANCELLED && there.isPresent()) {
                    moved[0] = there.get().booking();
                    return;
                }
                SeatActs.requireOpen(booking);
                SeatActs.requireNone(BookingRules.handingOn(left.span().starts(), terms(row, left), clock.instant()));
                booking.become(BookingState.CANCELLED, clock.instant());
                inside.flush();
                SeatActs.requireNone(applicants.refusals(inside, row, wanted, booking.origin(), booking.comes(), null));
                moved[0] = seats.take(inside, row, shiftId, booking.origin(), booking.comes())
                        .booking();
                seats.record("shifts.audit.given-back", memberId, left, by);
                seats.record("shifts.audit.booked", memberId, wanted, by);
            });
            return moved[0];
        });
    }

    /**
     * Looks for somebody who comes instead, or no longer does; until there is one, the seat and the duty stay.
     *
     * @throws Refused where it is too late
     * @throws NotFound where they have no such seat
     */
    public void seek(long memberId, long bookingId, boolean isSeeking, Actor by) {
        jpa.tx(TransactionType.Required, em -> {
            StoredBooking booking = SeatActs.locked(em, memberId, bookingId);
            Shift shift = em.find(StoredShift.class, booking.shiftId()).shift();
            BookingState wanted = isSeeking ? BookingState.SEEKING : BookingState.BOOKED;
            if (booking.state() == wanted) {
                return;
            }
            changes.change(memberId, by, (inside, row) -> {
                SeatActs.requireOpen(booking);
                SeatActs.requireNone(BookingRules.handingOn(shift.span().starts(), terms(row, shift), clock.instant()));
                booking.become(wanted, clock.instant());
                seats.record(isSeeking ? "shifts.audit.seeking" : "shifts.audit.kept", memberId, shift, by);
            });
        });
    }

    /**
     * Comes instead of somebody who looks for a stand-in; the shift counts for who comes.
     *
     * @throws Refused where a rule says no, or somebody else was faster
     * @throws NotFound where there is no such seat, or they do not work
     */
    public Booking standIn(long memberId, long bookingId, Actor by) {
        return jpa.txExpr(TransactionType.Required, em -> {
            StoredBooking sought =
                    Optional.ofNullable(em.find(StoredBooking.class, bookingId)).orElseThrow(SeatActs::unknown);
            Shift shift = Slots.locked(em, sought.shiftId()).shift();
            em.refresh(sought);
            var taken = new Booking[1];
            changes.changeBoth(memberId, SeatActs.memberOf(em, sought), by, (inside, row, freed) -> {
                Comes comes = changes.comes(row, by);
                Optional<StoredBooking> there = SeatActs.own(inside, row, shift.id(), comes);
                if (sought.state() == BookingState.TAKEN_OVER && there.isPresent()) {
                    taken[0] = there.get().booking();
                    return;
                }
                if (sought.state() != BookingState.SEEKING || sought.workerId() == row.id()) {
                    throw new Refused(Text.of("shifts.booking.not-sought"));
                }
                SeatActs.requireNone(
                        applicants.refusals(inside, row, shift, applicants.origin(row, shift.day()), comes, sought));
                taken[0] = seats.handOver(inside, sought, row, comes, shift, by).booking();
            });
            return taken[0];
        });
    }

    /**
     * Says that somebody does not come: their seat is free for others, and they are absent. Said again, nothing changes.
     *
     * @throws Refused where the shift has begun
     * @throws NotFound where they have no such seat
     */
    public void announce(long memberId, long bookingId, Actor by) {
        jpa.tx(TransactionType.Required, em -> {
            StoredBooking booking = SeatActs.locked(em, memberId, bookingId);
            Shift shift = em.find(StoredShift.class, booking.shiftId()).shift();
            if (booking.state() == BookingState.ANNOUNCED) {
                return;
            }
            changes.change(memberId, by, (inside, row) -> {
                SeatActs.requireOpen(booking);
                SeatActs.requireNone(BookingRules.announcing(shift.span().starts(), clock.instant()));
                booking.become(BookingState.ANNOUNCED, clock.instant());
                seats.record("shifts.audit.announced", memberId, shift, by);
            });
        });
    }

    /**
     * What somebody can do about a seat they have, and what would become of them.
     *
     * @throws NotFound where they have no such seat
     */
    public Ways ways(long memberId, long bookingId) {
        return jpa.txExpr(TransactionType.Supports, em -> {
            StoredBooking booking = SeatActs.find(em, memberId, bookingId);
            StoredWorker row = WorkerChanges.find(em, memberId).orElseThrow(SeatActs::noWorker);
            Shift shift = em.find(StoredShift.class, booking.shiftId()).shift();
            BookingTerms terms = terms(row, shift);
            Instant starts = shift.span().starts();
            Prospects prospects = new Prospects(
                    changes.facts(em, row, null).worker(),
                    changes.timeline(row),
                    new BookedShift(shift.day(), shift.worth(), booking.origin(), clock.instant()),
                    changes.today());
            return new Ways(
                    shift,
                    booking.booking(),
                    prospects.unit(),
                    BookingRules.givingBack(starts, booking.origin(), terms, clock.instant()),
                    BookingRules.handingOn(starts, terms, clock.instant()),
                    BookingRules.announcing(starts, clock.instant()),
                    prospects.coming(),
                    prospects.without(),
                    prospects.absent(Outcome.ABSENT));
        });
    }

    private BookingTerms terms(StoredWorker row, Shift shift) {
        return changes.timeline(row).on(shift.day()).booking();
    }
}
