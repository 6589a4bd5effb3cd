package coop.greffon.shifts.internal.store.exchange;

import coop.greffon.core.identity.Actor;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.problem.Refused;
import coop.greffon.shifts.internal.rules.booking.Refusal;
import coop.greffon.shifts.internal.store.StoredWorker;
import coop.greffon.shifts.internal.store.WorkerChanges;
import coop.greffon.shifts.internal.store.booking.Applicants;
import coop.greffon.shifts.internal.store.booking.SeatActs;
import coop.greffon.shifts.internal.store.exchange.Exchange.Answer;
import coop.greffon.shifts.internal.store.slot.BookingState;
import coop.greffon.shifts.internal.store.slot.StoredBooking;
import coop.greffon.shifts.internal.store.slot.StoredSeat;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Two people exchange their seats: one offers, another answers with a seat, the first confirms. What each owed stays with each: the seat one
 * takes counts as the one given did.
 */
@Component(service = JpaExchanges.class)
public final class JpaExchanges {
    private final JpaTemplate jpa;
    private final WorkerChanges changes;
    private final Applicants applicants;
    private final SeatActs seats;
    private final ExchangeRows rows;
    private final Colleagues colleagues;
    private final ExchangeNews news;
    private final Clock clock;

    @Activate
    public JpaExchanges(
            @Reference(target = "(osgi.unit.name=shifts)") JpaTemplate jpa,
            @Reference WorkerChanges changes,
            @Reference Applicants applicants,
            @Reference SeatActs seats,
            @Reference ExchangeRows rows,
            @Reference Colleagues colleagues,
            @Reference ExchangeNews news,
            @Reference Clock clock) {
        this.jpa = jpa;
        this.changes = changes;
        this.applicants = applicants;
        this.seats = seats;
        this.rows = rows;
        this.colleagues = colleagues;
        this.news = news;
        this.clock = clock;
    }

    /**
     * Offers a seat for another. Offered again to the same, nothing changes.
     *
     * @param number of the member it is offered to; null for whoever has a seat that fits
     * @throws InvalidInput where nobody who does shifts has that number
     * @throws Refused where it is too late, they asked too many or too often, it is offered to others, or somebody is asked to come instead
     * @throws coop.greffon.core.problem.NotFound where they have no such seat
     */
    public Exchange offer(long memberId, long bookingId, String number, Actor by) {
        Colleagues.requireNumber(number);
        return jpa.txExpr(TransactionType.Required, em -> {
            StoredBooking booking = SeatActs.locked(em, memberId, bookingId);
            var offered = new Exchange[1];
            changes.change(memberId, by, (inside, row) -> {
                SeatActs.requireOpen(booking);
                SeatActs.requireNone(rows.handingOn(inside, booking));
                if (ExchangeRows.isAsked(inside, bookingId)) {
                    throw new Refused(Text.of("shifts.exchange.asked"));
                }
                Optional<StoredExchange> there = open(inside, bookingId);
                Long wanted = wanted(inside, number, row, there.isEmpty());
                if (there.isPresent() && !Objects.equals(there.get().wantedId(), wanted)) {
                    throw new Refused(Text.of("shifts.exchange.other"));
                }
                StoredExchange exchange = there.orElseGet(() -> add(inside, booking, wanted));
                offered[0] = ExchangeRows.told(inside, exchange, row.id());
                if (there.isEmpty()) {
                    seats.record("shifts.audit.offered", memberId, offered[0].shift(), by);
                    if (wanted != null) {
                        news.offered(offered[0]);
                    }
                }
            });
            return offered[0];
        });
    }

    private Long wanted(EntityManager em, String number, StoredWorker row, boolean isNew) {
        if (number == null) {
            return null;
        }
        return isNew
                ? colleagues.asked(em, number, row).id()
                : colleagues.named(em, number, row).id();
    }

    private StoredExchange add(EntityManager em, StoredBooking booking, Long wanted) {
        var exchange = new StoredExchange(booking, wanted, clock.instant());
        em.persist(exchange);
        em.flush();
        return exchange;
    }

    /** One of a seat that was lost since is over, though nobody was told yet. */
    private Optional<StoredExchange> open(EntityManager em, long bookingId) {
        Optional<StoredExchange> there = em.createQuery(
                        "select e from StoredExchange e where e.openBooking = :booking", StoredExchange.class)
                .setParameter("booking", bookingId)
                .getResultStream()
                .findFirst();
        there.filter(exchange -> !rows.isLive(em, exchange)).ifPresent(exchange -> end(em, exchange));
        return there.filter(StoredExchange::isOpen);
    }

    private void end(EntityManager em, StoredExchange exchange) {
        exchange.become(ExchangeState.OVER, clock.instant());
        news.over(ExchangeRows.told(em, exchange, null));
        endAnswers(em, exchange);
        em.flush();
    }

    /**
     * Answers an offer with a seat of one's own. Answered again with the same, nothing changes.
     *
     * @throws Refused where the offer is over, or a rule says no to one of the two
     * @throws coop.greffon.core.problem.NotFound where there is no such offer for them, or they have no such seat
     */
    public Answer answer(long memberId, long exchangeId, long bookingId, Actor by) {
        return jpa.txExpr(TransactionType.Required, em -> {
            StoredExchange exchange = ExchangeRows.exchange(em, exchangeId);
            StoredBooking given = SeatActs.find(em, memberId, bookingId);
            ExchangeRows.lock(em, exchange.bookingId(), bookingId);
            em.refresh(exchange);
            StoredBooking offered = em.find(StoredBooking.class, exchange.bookingId());
            var answered = new Answer[1];
            changes.changeBoth(memberId, ExchangeRows.memberOf(em, exchange.workerId()), by, (inside, row, other) -> {
                requireFor(exchange, row);
                Optional<StoredAnswer> there = ExchangeRows.answers(inside, exchangeId).stream()
                        .filter(answer -> answer.bookingId() == bookingId && answer.isOpen())
                        .findFirst();
                if (there.isEmpty()) {
                    colleagues.requireNotTooOften(inside, row);
                    requireOpen(inside, exchange);
                    requireExchange(inside, row, given, other, offered);
                }
                StoredAnswer answer = there.orElseGet(() -> add(inside, exchangeId, given));
                answered[0] = ExchangeRows.told(inside, answer);
                if (there.isEmpty()) {
                    seats.record("shifts.audit.answered", memberId, answered[0].shift(), by);
                    news.answered(ExchangeRows.told(inside, exchange, null), answered[0]);
                }
            });
            return answered[0];
        });
    }

    private StoredAnswer add(EntityManager em, long exchangeId, StoredBooking given) {
        var answer = new StoredAnswer(exchangeId, given, clock.instant());
        em.persist(answer);
        em.flush();
        return answer;
    }

    private static void requireFor(StoredExchange exchange, StoredWorker row) {
        if (!exchange.isFor(row.id())) {
            throw ExchangeRows.unknown();
        }
    }

    private void requireOpen(EntityManager em, StoredExchange exchange) {
        if (!exchange.isOpen() || !rows.isLive(em, exchange)) {
            throw new Refused(Text.of("shifts.exchange.over"));
        }
    }

    /** What stands in the way of the other one is not told: that they are on leave, say, is theirs. */
    private void requireExchange(
            EntityManager em, StoredWorker row, StoredBooking own, StoredWorker other, StoredBooking theirs) {
        SeatActs.requireOpen(own);
        SeatActs.requireNone(rows.handingOn(em, own));
        SeatActs.requireNone(refusals(em, row, theirs, own));
        if (!rows.isLive(em, theirs.id()) || !refusals(em, other, own, theirs).isEmpty()) {
            throw new Refused(Text.of("shifts.exchange.cannot"));
        }
    }

    private List<Refusal> refusals(EntityManager em, StoredWorker row, StoredBooking wanted, StoredBooking given) {
        List<Refusal> refusals = new ArrayList<>(applicants.exchanging(em, row, wanted, given));
        if (SeatActs.own(em, row, wanted.shiftId(), given.comes()).isPresent()) {
            refusals.add(new Refusal(Refusal.Kind.ALREADY_THERE, List.of()));
        }
        return refusals;
    }

    /**
     * Takes a seat that was offered in return: both change hands at once. Confirmed again, nothing changes.
     *
     * @throws Refused where a seat is no longer to be had, or a rule says no to one of the two
     * @throws coop.greffon.core.problem.NotFound where it was not answered to an offer of theirs
     */
    public Exchange confirm(long memberId, long exchangeId, long answerId, Actor by) {
        return jpa.txExpr(TransactionType.Required, em -> {
            StoredAnswer answer = ExchangeRows.lockedAnswer(em, exchangeId, answerId);
            StoredExchange exchange = ExchangeRows.exchange(em, answer.exchangeId());
            StoredBooking offered = em.find(StoredBooking.class, exchange.bookingId());
            StoredBooking given = em.find(StoredBooking.class, answer.bookingId());
            changes.changeBoth(memberId, ExchangeRows.memberOf(em, answer.workerId()), by, (inside, row, other) -> {
                requireOffer(exchange, row);
                if (answer.state() == ExchangeState.DONE) {
                    return;
                }
                requireOpen(inside, exchange);
                if (!answer.isOpen() || !rows.isLive(inside, answer)) {
                    throw new Refused(Text.of("shifts.exchange.over"));
                }
                requireExchange(inside, row, offered, other, given);
                swap(inside, row, offered, other, given);
                finish(inside, exchange, answer, by);
            });
            return ExchangeRows.told(em, exchange, exchange.workerId());
        });
    }

    private static void requireOffer(StoredExchange exchange, StoredWorker row) {
        if (exchange.workerId() != row.id()) {
            throw ExchangeRows.unknown();
        }
    }

    private void swap(EntityManager em, StoredWorker row, StoredBooking own, StoredWorker other, StoredBooking theirs) {
        own.become(BookingState.TAKEN_OVER, clock.instant());
        theirs.become(BookingState.TAKEN_OVER, clock.instant());
        em.flush();
        StoredSeat given = em.find(StoredSeat.class, own.seatId());
        StoredSeat taken = em.find(StoredSeat.class, theirs.seatId());
        own.handOver(seats.take(em, other, given, theirs.origin(), theirs.comes()), clock.instant());
        theirs.handOver(seats.take(em, row, taken, own.origin(), own.comes()), clock.instant());
    }

    private void finish(EntityManager em, StoredExchange exchange, StoredAnswer answer, Actor by) {
        exchange.become(ExchangeState.DONE, clock.instant());
        answer.become(ExchangeState.DONE, clock.instant());
        Exchange told = ExchangeRows.told(em, exchange, null);
        Answer done = ExchangeRows.told(em, answer);
        seats.record("shifts.audit.exchanged", told.memberId(), done.shift(), by);
        seats.record("shifts.audit.exchanged", done.memberId(), told.shift(), by);
        news.done(told, done);
        endAnswers(em, exchange);
    }

    /** Those that nobody took. */
    private void endAnswers(EntityManager em, StoredExchange exchange) {
        Exchange told = ExchangeRows.told(em, exchange, null);
        ExchangeRows.answers(em, exchange.id()).stream()
                .filter(StoredAnswer::isOpen)
                .forEach(answer -> end(em, told, answer));
    }

    private void end(EntityManager em, Exchange told, StoredAnswer answer) {
        answer.become(ExchangeState.OVER, clock.instant());
        news.over(told, ExchangeRows.told(em, answer));
    }

    /**
     * No longer offers a seat, or, asked by name, says no to an offer. Said again, nothing changes.
     *
     * @throws Refused where it ended otherwise
     * @throws coop.greffon.core.problem.NotFound where there is no such offer of theirs, or for them by name
     */
    public void end(long memberId, long exchangeId, Actor by) {
        jpa.tx(TransactionType.Required, em -> {
            StoredExchange exchange = ExchangeRows.locked(em, exchangeId);
            long worker = workerOf(em, memberId);
            boolean isOwn = exchange.workerId() == worker;
            if (!isOwn && !Long.valueOf(worker).equals(exchange.wantedId())) {
                throw ExchangeRows.unknown();
            }
            ExchangeState wanted = isOwn ? ExchangeState.WITHDRAWN : ExchangeState.REFUSED;
            if (exchange.state() == wanted) {
                return;
            }
            if (!exchange.isOpen()) {
                throw new Refused(Text.of("shifts.exchange.over"));
            }
            exchange.become(wanted, clock.instant());
            Exchange told = ExchangeRows.told(em, exchange, null);
            endAnswers(em, exchange);
            seats.record(isOwn ? "shifts.audit.offers-no-more" : "shifts.audit.said-no", memberId, told.shift(), by);
            if (!isOwn) {
                news.declined(told);
            } else if (told.wantedId() != null) {
                news.over(told);
            }
        });
    }

    /**
     * Does not want what was offered in return, or no longer offers it. Said again, nothing changes.
     *
     * @throws Refused where it ended otherwise
     * @throws coop.greffon.core.problem.NotFound where it is neither theirs nor to an offer of theirs
     */
    public void endAnswer(long memberId, long exchangeId, long answerId, Actor by) {
        jpa.tx(TransactionType.Required, em -> {
            StoredAnswer answer = ExchangeRows.lockedAnswer(em, exchangeId, answerId);
            StoredExchange exchange = ExchangeRows.exchange(em, answer.exchangeId());
            long worker = workerOf(em, memberId);
            boolean isOwn = answer.workerId() == worker;
            if (!isOwn && exchange.workerId() != worker) {
                throw ExchangeRows.unknown();
            }
            ExchangeState wanted = isOwn ? ExchangeState.WITHDRAWN : ExchangeState.REFUSED;
            if (answer.state() == wanted) {
                return;
            }
            if (!answer.isOpen()) {
                throw new Refused(Text.of("shifts.exchange.over"));
            }
            answer.become(wanted, clock.instant());
            Exchange told = ExchangeRows.told(em, exchange, null);
            Answer ended = ExchangeRows.told(em, answer);
            seats.record(isOwn ? "shifts.audit.offers-no-more" : "shifts.audit.said-no", memberId, ended.shift(), by);
            if (isOwn) {
                news.over(told, ended);
            } else {
                news.refused(told, ended);
            }
        });
    }

    private static long workerOf(EntityManager em, long memberId) {
        return WorkerChanges.find(em, memberId).map(StoredWorker::id).orElseThrow(SeatActs::noWorker);
    }

    /** Ends an offer or an answer that can no longer come to anything, and tells both. */
    int endOver(long exchangeId) {
        return jpa.txExpr(TransactionType.Required, em -> {
            StoredExchange exchange = ExchangeRows.locked(em, exchangeId);
            if (!exchange.isOpen()) {
                return 0;
            }
            if (!rows.isLive(em, exchange)) {
                end(em, exchange);
                return 1;
            }
            Exchange told = ExchangeRows.told(em, exchange, null);
            List<StoredAnswer> gone = ExchangeRows.answers(em, exchangeId).stream()
                    .filter(StoredAnswer::isOpen)
                    .filter(answer -> !rows.isLive(em, answer))
                    .toList();
            gone.forEach(answer -> end(em, told, answer));
            return gone.size();
        });
    }

    /** Whether a seat of somebody could be given for one that is offered. */
    boolean isFitting(EntityManager em, StoredWorker row, StoredExchange exchange, StoredBooking own) {
        StoredBooking offered = em.find(StoredBooking.class, exchange.bookingId());
        StoredWorker other = em.find(StoredWorker.class, exchange.workerId());
        return rows.isLive(em, own.id())
                && refusals(em, row, offered, own).isEmpty()
                && refusals(em, other, own, offered).isEmpty();
    }
}
