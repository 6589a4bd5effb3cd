package coop.greffon.shifts.internal.store.exchange;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.NotFound;
import coop.greffon.shifts.internal.rules.booking.BookingRules;
import coop.greffon.shifts.internal.rules.booking.Refusal;
import coop.greffon.shifts.internal.store.StoredWorker;
import coop.greffon.shifts.internal.store.WorkerChanges;
import coop.greffon.shifts.internal.store.exchange.Exchange.Answer;
import coop.greffon.shifts.internal.store.slot.Shift;
import coop.greffon.shifts.internal.store.slot.Slots;
import coop.greffon.shifts.internal.store.slot.StoredBooking;
import coop.greffon.shifts.internal.store.slot.StoredShift;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import javax.persistence.EntityManager;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads offers and what was answered to them, and locks what they are about: the shifts, in their order, before anybody. */
@Component(service = ExchangeRows.class)
public final class ExchangeRows {
    private final WorkerChanges changes;
    private final Clock clock;

    @Activate
    public ExchangeRows(@Reference WorkerChanges changes, @Reference Clock clock) {
        this.changes = changes;
        this.clock = clock;
    }

    static StoredExchange exchange(EntityManager em, long id) {
        return Optional.ofNullable(em.find(StoredExchange.class, id)).orElseThrow(ExchangeRows::unknown);
    }

    static StoredAnswer answer(EntityManager em, long id) {
        return Optional.ofNullable(em.find(StoredAnswer.class, id)).orElseThrow(ExchangeRows::unknown);
    }

    /** Whether a seat is offered for another, and the offer is not over. */
    static boolean isOffered(EntityManager em, long bookingId) {
        return isOpen(em, "StoredExchange", bookingId);
    }

    /** Whether somebody is asked to come instead of whoever has a seat, and that is not over. */
    static boolean isAsked(EntityManager em, long bookingId) {
        return isOpen(em, "StoredRequest", bookingId);
    }

    private static boolean isOpen(EntityManager em, String what, long bookingId) {
        return !em.createQuery(
                        "select o.id from " + what
                                + " o, StoredBooking b where b.id = o.openBooking and b.id = :booking"
                                + " and (b.backAt is null or b.backAt <= o.recordedAt)",
                        Long.class)
                .setParameter("booking", bookingId)
                .getResultList()
                .isEmpty();
    }

    /** An offer that nobody else can change meanwhile, read anew with what it is about. */
    static StoredExchange locked(EntityManager em, long id) {
        StoredExchange exchange = exchange(em, id);
        lock(em, exchange.bookingId());
        em.refresh(exchange);
        return exchange;
    }

    /** An answer that nobody else can change meanwhile, with its offer and both seats. */
    static StoredAnswer lockedAnswer(EntityManager em, long exchangeId, long id) {
        StoredAnswer answer = answer(em, id);
        if (answer.exchangeId() != exchangeId) {
            throw unknown();
        }
        StoredExchange exchange = exchange(em, answer.exchangeId());
        lock(em, exchange.bookingId(), answer.bookingId());
        em.refresh(exchange);
        em.refresh(answer);
        return answer;
    }

    static void lock(EntityManager em, long... bookingIds) {
        List<StoredBooking> bookings = LongStream.of(bookingIds)
                .mapToObj(id -> em.find(StoredBooking.class, id))
                .toList();
        bookings.stream().map(StoredBooking::shiftId).distinct().sorted().forEach(id -> Slots.locked(em, id));
        bookings.forEach(em::refresh);
    }

    static List<StoredAnswer> answers(EntityManager em, long exchangeId) {
        return em.createQuery(
                        "select a from StoredAnswer a where a.exchangeId = :exchange order by a.id", StoredAnswer.class)
                .setParameter("exchange", exchangeId)
                .getResultList();
    }

    static Shift shiftOf(EntityManager em, long bookingId) {
        long shift = em.find(StoredBooking.class, bookingId).shiftId();
        return em.find(StoredShift.class, shift).shift();
    }

    /** Why a seat cannot change hands any more, whoever would take it; none where it can. */
    List<Refusal> handingOn(EntityManager em, StoredBooking booking) {
        Shift shift = shiftOf(em, booking.id());
        StoredWorker row = em.find(StoredWorker.class, booking.workerId());
        return BookingRules.handingOn(
                shift.span().starts(), changes.timeline(row).on(shift.day()).booking(), clock.instant());
    }

    /** Whether what is offered is still to be had: not where the seat was lost meanwhile and came back. */
    boolean isLive(EntityManager em, StoredExchange exchange) {
        return isLive(em, exchange.bookingId(), exchange.recordedAt());
    }

    /** The same of what is offered in return. */
    boolean isLive(EntityManager em, StoredAnswer answer) {
        return isLive(em, answer.bookingId(), answer.recordedAt());
    }

    private boolean isLive(EntityManager em, long bookingId, Instant asked) {
        return isLive(em, bookingId) && !em.find(StoredBooking.class, bookingId).isBackSince(asked);
    }

    /** Whether a seat is still theirs to exchange. */
    boolean isLive(EntityManager em, long bookingId) {
        StoredBooking booking = em.find(StoredBooking.class, bookingId);
        return booking.isSeated()
                && booking.state().isOpen()
                && handingOn(em, booking).isEmpty();
    }

    /**
     * An offer as somebody sees it.
     *
     * @param reader the worker; null for everything
     */
    static Exchange told(EntityManager em, StoredExchange row, Long reader) {
        List<Answer> answers = answers(em, row.id()).stream()
                .filter(answer -> reader == null || reader == row.workerId() || reader == answer.workerId())
                .map(answer -> told(em, answer))
                .toList();
        return new Exchange(
                row.id(),
                row.bookingId(),
                shiftOf(em, row.bookingId()),
                memberOf(em, row.workerId()),
                row.wantedId() == null ? null : memberOf(em, row.wantedId()),
                row.state(),
                answers);
    }

    static Answer told(EntityManager em, StoredAnswer row) {
        return new Answer(
                row.id(), row.bookingId(), shiftOf(em, row.bookingId()), memberOf(em, row.workerId()), row.state());
    }

    static long memberOf(EntityManager em, long workerId) {
        return em.find(StoredWorker.class, workerId).enrolment().memberId();
    }

    static NotFound unknown() {
        return new NotFound(Text.of("shifts.exchange.unknown"));
    }
}
