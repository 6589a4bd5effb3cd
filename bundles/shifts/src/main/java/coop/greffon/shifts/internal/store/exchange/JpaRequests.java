package coop.greffon.shifts.internal.store.exchange;

import coop.greffon.core.identity.Actor;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.NotFound;
import coop.greffon.core.problem.Refused;
import coop.greffon.shifts.internal.rules.BookingTerms;
import coop.greffon.shifts.internal.rules.Comes;
import coop.greffon.shifts.internal.rules.booking.BookingRules;
import coop.greffon.shifts.internal.rules.booking.Refusal;
import coop.greffon.shifts.internal.store.StoredWorker;
import coop.greffon.shifts.internal.store.WorkerChanges;
import coop.greffon.shifts.internal.store.booking.Applicants;
import coop.greffon.shifts.internal.store.booking.SeatActs;
import coop.greffon.shifts.internal.store.slot.Booking;
import coop.greffon.shifts.internal.store.slot.BookingState;
import coop.greffon.shifts.internal.store.slot.Shift;
import coop.greffon.shifts.internal.store.slot.Slots;
import coop.greffon.shifts.internal.store.slot.StoredBooking;
import coop.greffon.shifts.internal.store.slot.StoredShift;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Somebody asks another by name to come instead; only who says yes has the seat and bears what becomes of it. */
@Component(service = JpaRequests.class)
public final class JpaRequests {
    private final JpaTemplate jpa;
    private final WorkerChanges changes;
    private final Applicants applicants;
    private final SeatActs seats;
    private final Colleagues colleagues;
    private final PersonNews news;
    private final Clock clock;

    @Activate
    public JpaRequests(
            @Reference(target = "(osgi.unit.name=shifts)") JpaTemplate jpa,
            @Reference WorkerChanges changes,
            @Reference Applicants applicants,
            @Reference SeatActs seats,
            @Reference Colleagues colleagues,
            @Reference PersonNews news,
            @Reference Clock clock) {
        this.jpa = jpa;
        this.changes = changes;
        this.applicants = applicants;
        this.seats = seats;
        this.colleagues = colleagues;
        this.news = news;
        this.clock = clock;
    }

    /**
     * Asks somebody to come instead; until they say yes, the seat and the duty stay. The same person asked again, nothing changes.
     *
     * @param number of the member who is asked
     * @throws coop.greffon.core.problem.InvalidInput where nobody who does shifts has that number
     * @throws Refused where it is too late, they asked too many or too often, somebody else is asked, or the seat is offered for another
     * @throws NotFound where they have no such seat
     */
    public Request ask(long memberId, long bookingId, String number, Actor by) {
        Colleagues.requireNumber(number);
        return jpa.txExpr(TransactionType.Required, em -> {
            StoredBooking booking = SeatActs.locked(em, memberId, bookingId);
            Shift shift = shiftOf(em, booking);
            var asked = new Request[1];
            changes.change(memberId, by, (inside, row) -> {
                SeatActs.requireOpen(booking);
                SeatActs.requireNone(handingOn(row, shift));
                if (ExchangeRows.isOffered(inside, bookingId)) {
                    throw new Refused(Text.of("shifts.stand-in.offered"));
                }
                Optional<StoredRequest> there = open(inside, booking);
                StoredWorker other = there.isPresent()
                        ? colleagues.named(inside, number, row)
                        : colleagues.asked(inside, number, row);
                if (there.isPresent() && there.get().askedId() != other.id()) {
                    throw new Refused(Text.of("shifts.stand-in.other"));
                }
                StoredRequest request = there.orElseGet(() -> add(inside, booking, other));
                asked[0] = told(inside, request);
                if (there.isEmpty()) {
                    news.asked(asked[0]);
                    seats.record("shifts.audit.asked", memberId, shift, by);
                }
            });
            return asked[0];
        });
    }

    private StoredRequest add(EntityManager em, StoredBooking booking, StoredWorker other) {
        var request = new StoredRequest(booking, other.id(), clock.instant());
        em.persist(request);
        em.flush();
        return request;
    }

    /** One of a seat that was lost since is over, though nobody was told yet. */
    private Optional<StoredRequest> open(EntityManager em, StoredBooking booking) {
        Optional<StoredRequest> there = em.createQuery(
                        "select r from StoredRequest r where r.openBooking = :booking", StoredRequest.class)
                .setParameter("booking", booking.id())
                .getResultStream()
                .findFirst();
        there.filter(request -> !isLive(request, booking)).ifPresent(request -> end(em, request));
        return there.filter(StoredRequest::isOpen);
    }

    private void end(EntityManager em, StoredRequest request) {
        request.become(AskState.OVER, clock.instant());
        news.over(told(em, request));
        em.flush();
    }

    private List<Refusal> handingOn(StoredWorker row, Shift shift) {
        BookingTerms terms = changes.timeline(row).on(shift.day()).booking();
        return BookingRules.handingOn(shift.span().starts(), terms, clock.instant());
    }

    /**
     * Says yes: the seat is theirs, and so is what becomes of it. Said again, nothing changes.
     *
     * @throws Refused where the request is over, or a rule says no
     * @throws NotFound where they were not asked
     */
    public Booking accept(long memberId, long id, Actor by) {
        return jpa.txExpr(TransactionType.Required, em -> {
            StoredRequest request = locked(em, id);
            StoredBooking booking = em.find(StoredBooking.class, request.bookingId());
            Shift shift = shiftOf(em, booking);
            var taken = new Booking[1];
            changes.changeBoth(memberId, SeatActs.memberOf(em, booking), by, (inside, row, freed) -> {
                requireAsked(request, row);
                Comes comes = changes.comes(row, by);
                Optional<StoredBooking> there = SeatActs.own(inside, row, shift.id(), comes);
                if (request.state() == AskState.ACCEPTED && there.isPresent()) {
                    taken[0] = there.get().booking();
                    return;
                }
                requireLive(request, booking);
                SeatActs.requireNone(
                        applicants.refusals(inside, row, shift, applicants.origin(row, shift.day()), comes, booking));
                request.become(AskState.ACCEPTED, clock.instant());
                taken[0] =
                        seats.handOver(inside, booking, row, comes, shift, by).booking();
            });
            return taken[0];
        });
    }

    /**
     * Says no. Said again, nothing changes.
     *
     * @throws Refused where the request is over
     * @throws NotFound where they were not asked
     */
    public void refuse(long memberId, long id, Actor by) {
        settle(memberId, id, AskState.REFUSED, by);
    }

    /**
     * No longer asks. Said again, nothing changes.
     *
     * @throws Refused where it was answered
     * @throws NotFound where they did not ask that
     */
    public void withdraw(long memberId, long id, Actor by) {
        settle(memberId, id, AskState.WITHDRAWN, by);
    }

    private void settle(long memberId, long id, AskState wanted, Actor by) {
        jpa.tx(TransactionType.Required, em -> {
            StoredRequest request = locked(em, id);
            boolean isAsker = wanted == AskState.WITHDRAWN;
            long worker = WorkerChanges.find(em, memberId).map(StoredWorker::id).orElseThrow(SeatActs::noWorker);
            if (worker != (isAsker ? request.askerId() : request.askedId())) {
                throw unknown();
            }
            if (request.state() == wanted) {
                return;
            }
            if (!request.isOpen()) {
                throw new Refused(Text.of("shifts.stand-in.over"));
            }
            request.become(wanted, clock.instant());
            Request told = told(em, request);
            if (isAsker) {
                news.over(told);
            } else {
                news.refused(told);
            }
            seats.record(isAsker ? "shifts.audit.asks-no-more" : "shifts.audit.said-no", memberId, told.shift(), by);
        });
    }

    /**
     * A request that somebody made or got.
     *
     * @throws NotFound where it is none of theirs
     */
    public Request get(long memberId, long id) {
        return jpa.txExpr(
                TransactionType.Supports,
                em -> Optional.ofNullable(em.find(StoredRequest.class, id))
                        .map(row -> told(em, row))
                        .filter(request -> request.askerId() == memberId || request.askedId() == memberId)
                        .orElseThrow(JpaRequests::unknown));
    }

    /**
     * Why whoever is asked cannot say yes; none where they can.
     *
     * @param by who would: of a household it is they who come
     */
    public List<Refusal> refusals(long memberId, long id, Actor by) {
        return jpa.txExpr(TransactionType.Supports, em -> {
            Request request = get(memberId, id);
            StoredBooking booking = em.find(StoredBooking.class, request.bookingId());
            StoredWorker row = WorkerChanges.find(em, memberId).orElseThrow(SeatActs::noWorker);
            return applicants.refusals(
                    em,
                    row,
                    request.shift(),
                    applicants.origin(row, request.shift().day()),
                    changes.comes(row, by),
                    booking);
        });
    }

    /** What somebody is asked and asks, as long as it is open; the earliest shift first. */
    public List<Request> open(long memberId) {
        return jpa.txExpr(
                TransactionType.Supports,
                em -> em.createQuery(
                                "select r from StoredRequest r, StoredBooking b, StoredShift s, StoredWorker w"
                                        + " where b.id = r.openBooking and s.id = b.shiftId and b.state in :open"
                                        + " and w.memberId = :member and (w.id = r.askedId or w.id = r.askerId)"
                                        + " and (b.backAt is null or b.backAt <= r.recordedAt)"
                                        + " order by s.startsAt, r.id",
                                StoredRequest.class)
                        .setParameter("open", List.of(BookingState.BOOKED, BookingState.SEEKING))
                        .setParameter("member", memberId)
                        .getResultStream()
                        .map(row -> told(em, row))
                        .toList());
    }

    /** What nobody has answered yet. */
    List<Long> openIds() {
        return jpa.txExpr(
                TransactionType.Supports,
                em -> em.createQuery(
                                "select r.id from StoredRequest r where r.openBooking is not null order by r.id",
                                Long.class)
                        .getResultList());
    }

    /** Ends a request that can no longer be answered, and tells both. */
    int endOver(long id) {
        return jpa.txExpr(TransactionType.Required, em -> endOver(em, id));
    }

    private int endOver(EntityManager em, long id) {
        StoredRequest request = locked(em, id);
        StoredBooking booking = em.find(StoredBooking.class, request.bookingId());
        boolean isLive = isLive(request, booking)
                && clock.instant().isBefore(shiftOf(em, booking).span().starts());
        if (!request.isOpen() || isLive) {
            return 0;
        }
        end(em, request);
        return 1;
    }

    /** Not where the seat was lost meanwhile and came back. */
    private static boolean isLive(StoredRequest request, StoredBooking booking) {
        return booking.isSeated() && booking.state().isOpen() && !booking.isBackSince(request.recordedAt());
    }

    private static void requireLive(StoredRequest request, StoredBooking booking) {
        if (!request.isOpen() || !isLive(request, booking)) {
            throw new Refused(Text.of("shifts.stand-in.over"));
        }
    }

    private static void requireAsked(StoredRequest request, StoredWorker row) {
        if (request.askedId() != row.id()) {
            throw unknown();
        }
    }

    /** Its shift first, then read anew what it is about. */
    private static StoredRequest locked(EntityManager em, long id) {
        StoredRequest request =
                Optional.ofNullable(em.find(StoredRequest.class, id)).orElseThrow(JpaRequests::unknown);
        StoredBooking booking = em.find(StoredBooking.class, request.bookingId());
        Slots.locked(em, booking.shiftId());
        em.refresh(booking);
        em.refresh(request);
        return request;
    }

    private static Shift shiftOf(EntityManager em, StoredBooking booking) {
        return em.find(StoredShift.class, booking.shiftId()).shift();
    }

    private static Request told(EntityManager em, StoredRequest request) {
        return new Request(
                request.id(),
                request.bookingId(),
                shiftOf(em, em.find(StoredBooking.class, request.bookingId())),
                memberOf(em, request.askerId()),
                memberOf(em, request.askedId()),
                request.state());
    }

    private static long memberOf(EntityManager em, long workerId) {
        return em.find(StoredWorker.class, workerId).enrolment().memberId();
    }

    private static NotFound unknown() {
        return new NotFound(Text.of("shifts.stand-in.unknown"));
    }
}
