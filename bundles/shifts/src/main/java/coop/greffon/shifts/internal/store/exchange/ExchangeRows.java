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

    /** An offer that nobody else can change meanwhile, read anew with what it is about. */
    static StoredExchange locked(EntityManager em, long id) {
        StoredExchange exchange = exchange(em, id);
        lock(em, exchange.bookingId());
        em.refresh(exchange);
        return exchange;
    }

    /** An answer that nobody else can change meanwhile, with its offer and both seats. */
    static StoredAnswer lockedAnswer(EntityManager em, long id) {
        StoredAnswer answer = answer(em, id);
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
