package coop.greffon.shifts.internal.store.booking;

import coop.greffon.core.audit.FieldChange;
import coop.greffon.core.identity.Actor;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.problem.NotFound;
import coop.greffon.core.problem.Refused;
import coop.greffon.core.validation.Validation;
import coop.greffon.shifts.internal.rules.AttendanceTerms;
import coop.greffon.shifts.internal.rules.Comes;
import coop.greffon.shifts.internal.rules.Entry;
import coop.greffon.shifts.internal.rules.Outcome;
import coop.greffon.shifts.internal.rules.Postings;
import coop.greffon.shifts.internal.rules.Standings;
import coop.greffon.shifts.internal.rules.StatusCode;
import coop.greffon.shifts.internal.store.StoredWorker;
import coop.greffon.shifts.internal.store.WorkJournal;
import coop.greffon.shifts.internal.store.WorkerChanges;
import coop.greffon.shifts.internal.store.WorkerReader;
import coop.greffon.shifts.internal.store.slot.BookingState;
import coop.greffon.shifts.internal.store.slot.Shift;
import coop.greffon.shifts.internal.store.slot.ShiftState;
import coop.greffon.shifts.internal.store.slot.Slots;
import coop.greffon.shifts.internal.store.slot.StoredBooking;
import coop.greffon.shifts.internal.store.slot.StoredSeat;
import coop.greffon.shifts.internal.store.slot.StoredShift;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tells who came to a shift. Told otherwise, the counters come to stand as if it had always been so. */
@Component(service = JpaAttendance.class)
public final class JpaAttendance {
    private final JpaTemplate jpa;
    private final WorkerChanges changes;
    private final Applicants applicants;
    private final WorkJournal journal;
    private final Validation validation;
    private final Clock clock;

    @Activate
    public JpaAttendance(
            @Reference(target = "(osgi.unit.name=shifts)") JpaTemplate jpa,
            @Reference WorkerChanges changes,
            @Reference Applicants applicants,
            @Reference WorkJournal journal,
            @Reference Validation validation,
            @Reference Clock clock) {
        this.jpa = jpa;
        this.changes = changes;
        this.applicants = applicants;
        this.journal = journal;
        this.validation = validation;
        this.clock = clock;
    }

    /**
     * Says what became of a seat. Said again the same, nothing changes.
     *
     * @throws InvalidInput where the sheet is closed and no note says why, or nothing would be told of somebody any more, or
     *     somebody is late who did not come
     * @throws Refused where the sheet is not open yet, the shift does not take place, or it is about whoever tells
     * @throws NotFound where there is no such seat
     */
    public void tell(long bookingId, Told told, Actor by) {
        tell(bookingId, told, null, by);
    }

    /**
     * Says what became of a seat, and who of the household came.
     *
     * @param came which person of the account came; null for who was to
     * @see #tell(long, Told, Actor)
     */
    public void tell(long bookingId, Told told, Comes came, Actor by) {
        validation.valid(told);
        if (told.outcome() == Outcome.NOT_HELD) {
            throw new InvalidInput(FieldError.of("outcome", told.outcome(), Text.of("shifts.attendance.not-held")));
        }
        if (told.late() && told.outcome() != Outcome.ATTENDED) {
            throw new InvalidInput(FieldError.of("late", true, Text.of("shifts.attendance.late")));
        }
        jpa.tx(TransactionType.Required, em -> {
            StoredBooking booking =
                    Optional.ofNullable(em.find(StoredBooking.class, bookingId)).orElseThrow(JpaAttendance::unknown);
            StoredShift row = Slots.locked(em, booking.shiftId());
            em.refresh(booking);
            Shift shift = row.shift();
            long member = memberOf(em, booking);
            requireTold(shift, told, booking);
            changes.requireOther(member, by);
            if (!booking.state().isExpected()) {
                throw new Refused(Text.of("shifts.booking.settled"));
            }
            changes.change(member, by, (inside, worker) -> {
                requireBegun(shift, worker);
                if (came != null
                        && SeatActs.own(inside, worker, shift.id(), came).isEmpty()) {
                    booking.comes(came);
                }
                tell(inside, worker, booking, shift, told, by);
            });
        });
    }

    private static void requireTold(Shift shift, Told told, StoredBooking booking) {
        if (shift.state() == ShiftState.CANCELLED) {
            throw new Refused(Text.of("shifts.attendance.cancelled"));
        }
        if (shift.state() == ShiftState.CLOSED
                && (told.note() == null || told.note().isBlank())) {
            throw new InvalidInput(FieldError.of("note", null, Text.of("shifts.attendance.closed")));
        }
        if (shift.state() == ShiftState.CLOSED && told.outcome() == Outcome.TAKEN_BACK && !booking.isWalkIn()) {
            throw new InvalidInput(FieldError.of("outcome", told.outcome(), Text.of("shifts.attendance.unanswered")));
        }
    }

    private void requireBegun(Shift shift, StoredWorker worker) {
        Duration opens = terms(shift, worker).opens();
        Instant from = shift.span().starts().minus(opens);
        if (clock.instant().isBefore(from)) {
            throw new Refused(Text.of("shifts.attendance.too-soon", opens.toMinutes()));
        }
    }

    AttendanceTerms terms(Shift shift, StoredWorker worker) {
        return changes.timeline(worker).on(shift.day()).attendance();
    }

    /** Of a worker who is locked, on a shift that is. */
    void tell(EntityManager em, StoredWorker worker, StoredBooking booking, Shift shift, Told told, Actor by) {
        BookingState before = booking.state();
        booking.become(became(booking, told.outcome()), clock.instant());
        booking.say(told.late(), told.note() == null ? null : told.note().strip());
        // Of a sheet that is closed it says why, and whoever it is about may dispute that.
        String why = shift.state() == ShiftState.CLOSED ? told.note().strip() : null;
        post(em, worker, booking, shift, told.outcome(), by, why);
        if (before != booking.state()) {
            changes.record(
                    worker.enrolment().memberId(),
                    "shifts.audit.told",
                    by,
                    new FieldChange("outcome", before.name(), booking.state().name()),
                    new FieldChange("on", null, shift.day().toString()));
        }
    }

    private static BookingState became(StoredBooking booking, Outcome outcome) {
        if (outcome != Outcome.TAKEN_BACK) {
            return BookingState.of(outcome);
        } else if (booking.isWalkIn()) {
            // A number that was mistyped: without the answer there is no seat.
            return BookingState.CANCELLED;
        }
        // Of who had said so before, the seat may be somebody else's by now: taken back, they still do not come.
        return booking.isSeated() ? BookingState.BOOKED : BookingState.ANNOUNCED;
    }

    private void post(
            EntityManager em,
            StoredWorker worker,
            StoredBooking booking,
            Shift shift,
            Outcome outcome,
            Actor by,
            String why) {
        if (outcome != Outcome.TAKEN_BACK || booking.isTold()) {
            List<Entry> entries = Postings.of(
                    changes.facts(em, worker, null).worker(),
                    changes.timeline(worker),
                    settled(booking, shift, outcome),
                    clock.instant());
            journal.post(worker.id(), entries, by, why);
            booking.tell();
        }
    }

    private static Postings.Settled settled(StoredBooking booking, Shift shift, Outcome outcome) {
        var said = new Entry.Told(booking.origin(), outcome, shift.worth());
        return new Postings.Settled(Long.toString(booking.id()), shift.day(), said);
    }

    /** Says that a shift did not take place, and what is made up for it; once. */
    void tellNotHeld(long bookingId, Actor by) {
        jpa.tx(TransactionType.Required, em -> {
            StoredBooking booking = em.find(StoredBooking.class, bookingId);
            StoredShift row = Slots.locked(em, booking.shiftId());
            em.refresh(booking);
            if (booking.isTold() || booking.state() != BookingState.NOT_HELD) {
                return;
            }
            Shift shift = row.shift();
            changes.change(memberOf(em, booking), by, (inside, worker) -> {
                post(inside, worker, booking, shift, Outcome.NOT_HELD, by, null);
                List<Entry> made = Postings.ofClosure(
                        changes.timeline(worker),
                        settled(booking, shift, Outcome.NOT_HELD),
                        row.makeUps(),
                        clock.instant());
                journal.post(worker.id(), made, by, null);
            });
        });
    }

    /**
     * Somebody who was written down.
     *
     * @param exempt whether nothing was due from them that day
     * @param counts whether it changes a counter of theirs
     */
    public record Added(boolean exempt, boolean counts) {}

    /**
     * Writes down somebody who came without a seat: on one that is free, or else on one more. Written down again, nothing changes.
     *
     * @throws InvalidInput where they may not work that day
     * @throws Refused where the sheet is not open yet, the shift does not take place, or it is about whoever tells
     * @throws NotFound where there is no such shift, or they do not work
     */
    public Added walkIn(long shiftId, long memberId, Actor by) {
        return jpa.txExpr(TransactionType.Required, em -> {
            Shift shift = Slots.locked(em, shiftId).shift();
            long account = changes.accountOf(memberId, shift.day());
            Comes comes = account == memberId ? Comes.THEMSELVES : Comes.PARTNER;
            changes.requireOther(account, by);
            var told = new Told(Outcome.ATTENDED, false, null);
            if (shift.state() != ShiftState.PLANNED) {
                throw new Refused(Text.of("shifts.attendance.over"));
            }
            var added = new Added[1];
            changes.change(account, by, (inside, worker) -> {
                requireBegun(shift, worker);
                StoredBooking booking =
                        present(inside, worker, shiftId, comes).orElseGet(() -> add(inside, worker, shift, comes));
                tell(inside, worker, booking, shift, told, by);
                added[0] = added(inside, worker, booking, shift);
            });
            return added[0];
        });
    }

    private StoredBooking add(EntityManager em, StoredWorker worker, Shift shift, Comes comes) {
        applicants.requireWorking(em, worker, shift.day());
        StoredSeat seat = applicants
                .seat(em, worker, shift.id(), Comes.THEMSELVES, null)
                .orElseGet(() -> oneMore(em, shift.id()));
        var added =
                new StoredBooking(seat, worker.id(), applicants.origin(worker, shift.day()), comes, clock.instant());
        added.walkIn();
        em.persist(added);
        em.flush();
        return added;
    }

    private Added added(EntityManager em, StoredWorker worker, StoredBooking booking, Shift shift) {
        WorkerReader.Facts facts = changes.facts(em, worker, null);
        // Whoever is short as well stands in alert where the rules ask that first, and is exempt all the same.
        boolean isExempt = Standings.on(facts.worker(), changes.timeline(facts), shift.day()).reasons().stream()
                .anyMatch(reason -> reason.code() == StatusCode.EXEMPT);
        String key = Postings.shift(Long.toString(booking.id()));
        boolean counts = facts.worker().journal().entries().stream()
                .filter(entry -> entry.told() != null && Postings.shift(entry).equals(key))
                .collect(Collectors.groupingBy(Entry::counter, Collectors.summingLong(Entry::amount)))
                .values()
                .stream()
                .anyMatch(amount -> amount != 0);
        return new Added(isExempt, counts);
    }

    private static Optional<StoredBooking> present(EntityManager em, StoredWorker worker, long shiftId, Comes comes) {
        return Slots.bookings(em, List.of(shiftId)).getOrDefault(shiftId, List.of()).stream()
                .filter(booking ->
                        booking.workerId() == worker.id() && booking.state().isExpected())
                .filter(booking -> booking.comes().meets(comes))
                .findFirst();
    }

    private StoredSeat oneMore(EntityManager em, long shiftId) {
        int next = Slots.seats(em, List.of(shiftId)).getOrDefault(shiftId, List.of()).stream()
                .mapToInt(seat -> seat.position() + 1)
                .max()
                .orElse(0);
        var seat = StoredSeat.extra(shiftId, next, clock.instant());
        em.persist(seat);
        em.flush();
        return seat;
    }

    static long memberOf(EntityManager em, StoredBooking booking) {
        return em.find(StoredWorker.class, booking.workerId()).enrolment().memberId();
    }

    private static NotFound unknown() {
        return new NotFound(Text.of("shifts.booking.unknown"));
    }
}
