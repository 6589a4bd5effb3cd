package coop.greffon.shifts.internal.store.booking;

import coop.greffon.core.audit.FieldChange;
import coop.greffon.core.identity.Actor;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.NotFound;
import coop.greffon.core.problem.Refused;
import coop.greffon.shifts.internal.rules.Comes;
import coop.greffon.shifts.internal.rules.Origin;
import coop.greffon.shifts.internal.rules.booking.Refusal;
import coop.greffon.shifts.internal.store.StoredWorker;
import coop.greffon.shifts.internal.store.WorkerChanges;
import coop.greffon.shifts.internal.store.slot.BookingState;
import coop.greffon.shifts.internal.store.slot.SeatNews;
import coop.greffon.shifts.internal.store.slot.Shift;
import coop.greffon.shifts.internal.store.slot.ShiftCalendar;
import coop.greffon.shifts.internal.store.slot.Slots;
import coop.greffon.shifts.internal.store.slot.StoredBooking;
import coop.greffon.shifts.internal.store.slot.StoredSeat;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.persistence.EntityManager;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What taking a seat, handing it on and exchanging it have in common, in the caller's transaction. */
@Component(service = SeatActs.class)
public final class SeatActs {
    private final WorkerChanges changes;
    private final Applicants applicants;
    private final SeatNews news;
    private final Clock clock;

    @Activate
    public SeatActs(
            @Reference WorkerChanges changes,
            @Reference Applicants applicants,
            @Reference SeatNews news,
            @Reference Clock clock) {
        this.changes = changes;
        this.applicants = applicants;
        this.news = news;
        this.clock = clock;
    }

    /**
     * The booking by which a person is expected on a shift.
     *
     * @param comes which person of the account
     */
    public static Optional<StoredBooking> own(EntityManager em, StoredWorker row, long shiftId, Comes comes) {
        return em.createQuery(
                        "select b from StoredBooking b where b.presentWorker = :worker and b.shiftId = :shift"
                                + " order by b.id",
                        StoredBooking.class)
                .setParameter("worker", row.id())
                .setParameter("shift", shiftId)
                .getResultStream()
                .filter(booking -> booking.comes().meets(comes))
                .findFirst();
    }

    StoredBooking take(EntityManager em, StoredWorker row, long shiftId, Origin origin, Comes comes) {
        StoredSeat seat = applicants.seat(em, row, shiftId, comes, null).orElseThrow(ShiftCalendar::unknown);
        return take(em, row, seat, origin, comes);
    }

    /** Whoever said before that they do not come has their booking back, and no second one. */
    public StoredBooking take(EntityManager em, StoredWorker row, StoredSeat seat, Origin origin, Comes comes) {
        Optional<StoredBooking> announced = own(em, row, seat.shiftId(), comes);
        if (announced.isPresent()) {
            announced.get().comeBack(seat, clock.instant());
            return announced.get();
        }
        var booking = new StoredBooking(seat, row.id(), origin, comes, clock.instant());
        em.persist(booking);
        em.flush();
        return booking;
    }

    /**
     * Somebody comes instead of whoever has a seat; the shift counts for who comes.
     *
     * @param comes which person of the account
     */
    public StoredBooking handOver(
            EntityManager em, StoredBooking from, StoredWorker row, Comes comes, Shift shift, Actor by) {
        StoredSeat seat = applicants
                .seat(em, row, shift.id(), comes, from)
                .orElseGet(() -> em.find(StoredSeat.class, from.seatId()));
        from.become(BookingState.TAKEN_OVER, clock.instant());
        em.flush();
        StoredBooking booking = take(em, row, seat, applicants.origin(row, shift.day()), comes);
        from.handOver(booking, clock.instant());
        long into = row.enrolment().memberId();
        news.standsIn(from.id(), memberOf(em, from), into, shift);
        record("shifts.audit.stood-in", into, shift, by);
        return booking;
    }

    /** Whose duty a booking is. */
    public static long memberOf(EntityManager em, StoredBooking booking) {
        return em.find(StoredWorker.class, booking.workerId()).enrolment().memberId();
    }

    public static void requireOpen(StoredBooking booking) {
        if (!booking.state().isOpen()) {
            throw new Refused(Text.of("shifts.booking.settled"));
        }
    }

    public static void requireNone(List<Refusal> refusals) {
        if (!refusals.isEmpty()) {
            throw new Refused(RefusalWords.text(refusals.get(0)));
        }
    }

    /** Of several the one of the lowest id first, as all do who lock several. */
    public static void lock(EntityManager em, long one, long other) {
        Stream.of(one, other).distinct().sorted().forEach(id -> Slots.locked(em, id));
    }

    /**
     * Somebody's own booking.
     *
     * @throws NotFound where they have none of that id
     */
    public static StoredBooking find(EntityManager em, long memberId, long bookingId) {
        StoredWorker row = WorkerChanges.find(em, memberId).orElseThrow(SeatActs::noWorker);
        return Optional.ofNullable(em.find(StoredBooking.class, bookingId))
                .filter(booking -> booking.workerId() == row.id())
                .orElseThrow(SeatActs::unknown);
    }

    /** Read anew once nobody else can change it. */
    public static StoredBooking locked(EntityManager em, long memberId, long bookingId) {
        StoredBooking booking = find(em, memberId, bookingId);
        Slots.locked(em, booking.shiftId());
        em.refresh(booking);
        return booking;
    }

    public static NotFound unknown() {
        return new NotFound(Text.of("shifts.booking.unknown"));
    }

    public static NotFound noWorker() {
        return new NotFound(Text.of("shifts.worker.unknown"));
    }

    public void record(String what, long memberId, Shift shift, Actor by) {
        changes.record(
                memberId,
                what,
                by,
                new FieldChange("job", null, shift.job()),
                new FieldChange("on", null, shift.day().toString()));
    }
}
