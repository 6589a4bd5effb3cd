package coop.greffon.shifts.internal.store.booking;

import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.shifts.internal.rules.BookedShift;
import coop.greffon.shifts.internal.rules.BookingTerms;
import coop.greffon.shifts.internal.rules.Comes;
import coop.greffon.shifts.internal.rules.Counter;
import coop.greffon.shifts.internal.rules.DueLeft;
import coop.greffon.shifts.internal.rules.DutyUnit;
import coop.greffon.shifts.internal.rules.Origin;
import coop.greffon.shifts.internal.rules.Rules;
import coop.greffon.shifts.internal.rules.Standing;
import coop.greffon.shifts.internal.rules.Standings;
import coop.greffon.shifts.internal.rules.StatusCode;
import coop.greffon.shifts.internal.rules.Timeline;
import coop.greffon.shifts.internal.rules.Track;
import coop.greffon.shifts.internal.rules.Worker;
import coop.greffon.shifts.internal.rules.booking.Applicant;
import coop.greffon.shifts.internal.rules.booking.BookingRules;
import coop.greffon.shifts.internal.rules.booking.Refusal;
import coop.greffon.shifts.internal.rules.booking.Wanted;
import coop.greffon.shifts.internal.store.StoredWorker;
import coop.greffon.shifts.internal.store.WorkerChanges;
import coop.greffon.shifts.internal.store.WorkerReader.Facts;
import coop.greffon.shifts.internal.store.slot.Holds;
import coop.greffon.shifts.internal.store.slot.Shift;
import coop.greffon.shifts.internal.store.slot.ShiftState;
import coop.greffon.shifts.internal.store.slot.Slots;
import coop.greffon.shifts.internal.store.slot.StoredBooking;
import coop.greffon.shifts.internal.store.slot.StoredHold;
import coop.greffon.shifts.internal.store.slot.StoredSeat;
import coop.greffon.shifts.internal.store.slot.StoredShift;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Asks the rules whether somebody may take a seat, with what is written down of them. */
@Component(service = Applicants.class)
public final class Applicants {
    private final WorkerChanges changes;
    private final Clock clock;

    @Activate
    public Applicants(@Reference WorkerChanges changes, @Reference Clock clock) {
        this.changes = changes;
        this.clock = clock;
    }

    /** What a seat on a shift of a day would be for somebody. */
    public Origin origin(StoredWorker row, LocalDate day) {
        return changes.tracks(row).on(day) == Track.FIXED ? Origin.MAKE_UP : Origin.FREE;
    }

    /**
     * Insists that somebody may work on a day at all; whether there is a seat for them is another question.
     *
     * @throws InvalidInput where they may not, naming {@code memberId}
     */
    public void requireWorking(EntityManager em, StoredWorker row, LocalDate day) {
        Facts facts = changes.facts(em, row, null);
        Standing standing = Standings.on(facts.worker(), changes.timeline(facts), day);
        List<FieldError> errors =
                BookingRules.working(day, facts.worker().start(), standing.code(), standing.until()).stream()
                        .map(refusal -> RefusalWords.ofAnother(row.enrolment().memberId(), refusal))
                        .toList();
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
    }

    /**
     * Why somebody cannot take a seat; none where they can.
     *
     * @param comes which person of the account would come
     * @param freed a booking that makes room, null for none
     */
    public List<Refusal> refusals(
            EntityManager em, StoredWorker row, Shift shift, Origin origin, Comes comes, StoredBooking freed) {
        List<StoredHold> others = heldForOthers(em, row, shift.id());
        return refusals(
                em,
                row,
                shift,
                origin,
                comes,
                free(em, shift.id(), freed, others),
                freed == null ? List.of() : List.of(freed),
                Holds.last(others));
    }

    /** Why somebody cannot have the very seat of another for one of theirs, which then counts as theirs did; none where they can. */
    public List<Refusal> exchanging(EntityManager em, StoredWorker row, StoredBooking wanted, StoredBooking given) {
        Shift shift = em.find(StoredShift.class, wanted.shiftId()).shift();
        List<StoredSeat> seat = List.of(em.find(StoredSeat.class, wanted.seatId()));
        return refusals(em, row, shift, given.origin(), given.comes(), seat, List.of(wanted, given), null);
    }

    private List<Refusal> refusals(
            EntityManager em,
            StoredWorker row,
            Shift shift,
            Origin origin,
            Comes comes,
            List<StoredSeat> free,
            List<StoredBooking> freed,
            LocalDate heldUntil) {
        Facts facts = changes.facts(em, row, null);
        Worker worker = without(em, facts.worker(), row, freed);
        Timeline rules = changes.timeline(facts);
        Rules then = rules.on(shift.day());
        BookingTerms terms = then.booking();
        Set<String> skills = skills(em, row, comes);
        long forThem = free.stream().filter(seat -> fits(seat, skills)).count();
        boolean isBeginner = terms.isBeginnerAccompanied() && isBeginner(em, row, worker, comes, shift.day());
        boolean hasOthers = !isBeginner
                || Beginners.areAccompanied(
                        em, shift.id(), freed.stream().map(StoredBooking::id).toList());
        var wanted = new Wanted(
                shift.day(),
                shift.span(),
                shift.worth(),
                shift.state() == ShiftState.CANCELLED,
                free.size(),
                (int) forThem,
                hasOthers,
                heldUntil);
        Standing standing = Standings.on(worker, rules, shift.day());
        boolean isAway = standing.code() == StatusCode.ON_LEAVE;
        var applicant = new Applicant(
                worker.start(),
                standing.code(),
                isAway ? standing.until() : null,
                owes(worker, changes.today()),
                terms.extraWithin() == null ? null : DueLeft.of(worker, rules, shift.day()),
                isBeginner,
                taken(em, row, shift, comes, then, freed));
        return BookingRules.taking(wanted, applicant, origin, terms, clock.instant());
    }

    /** As if they did not have the seats that they give for it. */
    private static Worker without(EntityManager em, Worker worker, StoredWorker row, List<StoredBooking> freed) {
        List<BookedShift> booked = new ArrayList<>(worker.booked());
        for (StoredBooking given : freed) {
            if (given.workerId() == row.id()) {
                LocalDate on = em.find(StoredShift.class, given.shiftId()).onDay();
                booked.stream()
                        .filter(one -> one.on().equals(on) && one.origin() == given.origin())
                        .findFirst()
                        .ifPresent(booked::remove);
            }
        }
        return new Worker(worker.start(), worker.journal(), worker.leaves(), worker.graces(), worker.flags(), booked);
    }

    /** The seat somebody gets: the one kept for them, or one that asks for nothing, or else one that asks for what they can do. */
    public Optional<StoredSeat> seat(
            EntityManager em, StoredWorker row, long shiftId, Comes comes, StoredBooking freed) {
        Set<String> skills = skills(em, row, comes);
        Map<Boolean, List<StoredHold>> holds = Holds.live(em, shiftId, changes.today()).stream()
                .collect(Collectors.partitioningBy(hold -> hold.workerId() == row.id()));
        List<Long> kept = holds.get(true).stream().map(StoredHold::seatId).toList();
        return free(em, shiftId, freed, holds.get(false)).stream()
                .filter(seat -> fits(seat, skills))
                .min(Comparator.comparing((StoredSeat seat) -> !kept.contains(seat.id()))
                        .thenComparing(seat -> seat.skill() != null)
                        .thenComparing(StoredSeat::position));
    }

    /** What somebody can do is written down of whose account it is, and is no other's of the household. */
    private static Set<String> skills(EntityManager em, StoredWorker row, Comes comes) {
        return comes == Comes.PARTNER ? Set.of() : Slots.skillsOf(em, row.id());
    }

    private List<StoredHold> heldForOthers(EntityManager em, StoredWorker row, long shiftId) {
        return Holds.live(em, shiftId, changes.today()).stream()
                .filter(hold -> hold.workerId() != row.id())
                .toList();
    }

    private static boolean fits(StoredSeat seat, Set<String> skills) {
        return seat.skill() == null || skills.contains(seat.skill());
    }

    private static List<StoredSeat> free(EntityManager em, long shiftId, StoredBooking freed, List<StoredHold> others) {
        Set<Long> held = others.stream().map(StoredHold::seatId).collect(Collectors.toSet());
        if (freed != null) {
            held.remove(freed.seatId());
        }
        Set<Long> taken = Slots.bookings(em, List.of(shiftId)).getOrDefault(shiftId, List.of()).stream()
                .filter(booking -> booking.isSeated())
                .filter(booking -> freed == null || booking.id() != freed.id())
                .map(StoredBooking::seatId)
                .collect(Collectors.toSet());
        return Slots.countedSeats(em, List.of(shiftId)).getOrDefault(shiftId, List.of()).stream()
                .filter(seat -> !taken.contains(seat.id()) && !held.contains(seat.id()))
                .toList();
    }

    private static boolean owes(Worker worker, LocalDate today) {
        return worker.journal().balance(Counter.MAIN, today) < 0
                || worker.journal().balance(Counter.COMPENSATION, today) < 0;
    }

    private boolean isBeginner(EntityManager em, StoredWorker row, Worker worker, Comes comes, LocalDate day) {
        List<Long> others = changes.others(row.enrolment().memberId(), day);
        return comes == Comes.PARTNER && !others.isEmpty()
                ? Beginners.isPartner(em, row.id(), others)
                : Beginners.isHolder(em, row.id(), worker.journal());
    }

    /**
     * Two of a household may be in two places at once, and on one shift on two seats; whoever has an account alone may not. One that is told to
     * be missed takes no time any more.
     */
    private List<Applicant.Taken> taken(
            EntityManager em, StoredWorker row, Shift shift, Comes comes, Rules rules, List<StoredBooking> freed) {
        long memberId = row.enrolment().memberId();
        List<Long> gone = freed.stream().map(StoredBooking::id).toList();
        boolean isOfOne = rules.duty() == DutyUnit.PERSON || !changes.hasCompanion(memberId, shift.day());
        return em.createQuery(
                        "select s, b from StoredBooking b, StoredShift s where s.id = b.shiftId and b.workerId = :worker"
                                + " and b.takenSeat is not null and s.onDay between :from and :to",
                        Object[].class)
                .setParameter("worker", row.id())
                .setParameter("from", shift.day().minusDays(rules.booking().windowDays()))
                .setParameter("to", shift.day().plusDays(rules.booking().windowDays()))
                .getResultStream()
                .filter(found -> !gone.contains(((StoredBooking) found[1]).id()))
                .filter(found -> ((StoredBooking) found[1]).state().isComing()
                        || !((StoredShift) found[0]).shift().span().ends().isAfter(clock.instant()))
                .filter(found -> ((StoredBooking) found[1]).comes().meets(comes)
                        || isOfOne && ((StoredBooking) found[1]).shiftId() != shift.id())
                .map(found -> ((StoredShift) found[0]).shift())
                .map(one -> new Applicant.Taken(one.day(), one.span(), one.id() == shift.id()))
                .toList();
    }
}
