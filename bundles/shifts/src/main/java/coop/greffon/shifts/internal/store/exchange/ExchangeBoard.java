package coop.greffon.shifts.internal.store.exchange;

import coop.greffon.core.persistence.Moments;
import coop.greffon.shifts.internal.store.StoredWorker;
import coop.greffon.shifts.internal.store.WorkerChanges;
import coop.greffon.shifts.internal.store.booking.SeatActs;
import coop.greffon.shifts.internal.store.slot.BookingState;
import coop.greffon.shifts.internal.store.slot.ShiftCalendar.OwnSeat;
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

/** Which seats are offered for others, as somebody may see it: nobody sees what others answered. */
@Component(service = ExchangeBoard.class)
public final class ExchangeBoard {
    private static final int MOST = 30;
    private static final List<BookingState> OPEN = List.of(BookingState.BOOKED, BookingState.SEEKING);

    private final JpaTemplate jpa;
    private final ExchangeRows rows;
    private final JpaExchanges exchanges;
    private final Clock clock;

    @Activate
    public ExchangeBoard(
            @Reference(target = "(osgi.unit.name=shifts)") JpaTemplate jpa,
            @Reference ExchangeRows rows,
            @Reference JpaExchanges exchanges,
            @Reference Clock clock) {
        this.jpa = jpa;
        this.rows = rows;
        this.exchanges = exchanges;
        this.clock = clock;
    }

    /** What others offer that somebody could answer, the earliest shift first. */
    public List<Exchange> offered(long memberId) {
        return jpa.txExpr(TransactionType.Supports, em -> {
            StoredWorker row = WorkerChanges.find(em, memberId).orElseThrow(SeatActs::noWorker);
            return em.createQuery(
                            "select e from StoredExchange e, StoredBooking b, StoredShift s where b.id = e.openBooking"
                                    + " and s.id = b.shiftId and b.state in :open and s.startsAt > :now"
                                    + " and e.workerId <> :worker and (e.wantedId is null or e.wantedId = :worker)"
                                    + " order by s.startsAt, e.id",
                            StoredExchange.class)
                    .setParameter("open", OPEN)
                    .setParameter("now", Moments.stored(clock.instant()))
                    .setParameter("worker", row.id())
                    .getResultStream()
                    .filter(exchange -> rows.isLive(em, exchange))
                    .limit(MOST)
                    .map(exchange -> ExchangeRows.told(em, exchange, row.id()))
                    .toList();
        });
    }

    /** What somebody offers, as long as it is open, the earliest shift first. */
    public List<Exchange> own(long memberId) {
        return jpa.txExpr(
                TransactionType.Supports,
                em -> em.createQuery(
                                "select e from StoredExchange e, StoredBooking b, StoredShift s, StoredWorker w"
                                        + " where b.id = e.openBooking and s.id = b.shiftId and b.state in :open"
                                        + " and s.startsAt > :now and w.id = e.workerId and w.memberId = :member"
                                        + " and (b.backAt is null or b.backAt <= e.recordedAt)"
                                        + " order by s.startsAt, e.id",
                                StoredExchange.class)
                        .setParameter("open", OPEN)
                        .setParameter("now", Moments.stored(clock.instant()))
                        .setParameter("member", memberId)
                        .getResultStream()
                        .map(exchange -> ExchangeRows.told(em, exchange, exchange.workerId()))
                        .toList());
    }

    /**
     * An offer as somebody sees it.
     *
     * @param isLive whether it can still come to an exchange
     * @param fitting the reader's seats that could be given for it, the earliest first; none of who offers it
     */
    public record Seen(Exchange exchange, boolean isOwn, boolean isLive, List<OwnSeat> fitting) {
        public Seen {
            fitting = List.copyOf(fitting);
        }
    }

    /**
     * An offer of somebody's own, or for them.
     *
     * @throws coop.greffon.core.problem.NotFound where there is none
     */
    public Seen see(long memberId, long id) {
        return jpa.txExpr(TransactionType.Supports, em -> {
            StoredWorker row = WorkerChanges.find(em, memberId).orElseThrow(SeatActs::noWorker);
            StoredExchange exchange = Optional.ofNullable(em.find(StoredExchange.class, id))
                    .filter(one -> one.workerId() == row.id() || one.isFor(row.id()))
                    .orElseThrow(ExchangeRows::unknown);
            boolean isOwn = exchange.workerId() == row.id();
            boolean isLive = exchange.isOpen() && rows.isLive(em, exchange);
            return new Seen(
                    ExchangeRows.told(em, exchange, row.id()),
                    isOwn,
                    isLive,
                    isOwn || !isLive ? List.of() : fitting(em, row, exchange));
        });
    }

    private List<OwnSeat> fitting(EntityManager em, StoredWorker row, StoredExchange exchange) {
        List<Object[]> own = em.createQuery(
                        "select s, b from StoredBooking b, StoredShift s where s.id = b.shiftId and b.workerId = :worker"
                                + " and b.takenSeat is not null and b.state in :open and s.startsAt > :now"
                                + " order by s.startsAt, b.id",
                        Object[].class)
                .setParameter("worker", row.id())
                .setParameter("open", OPEN)
                .setParameter("now", Moments.stored(clock.instant()))
                .setMaxResults(MOST)
                .getResultList();
        return own.stream()
                .filter(one -> exchanges.isFitting(em, row, exchange, (StoredBooking) one[1]))
                .map(one -> new OwnSeat(((StoredShift) one[0]).shift(), ((StoredBooking) one[1]).booking()))
                .toList();
    }

    /** What is still offered. */
    List<Long> openIds() {
        return jpa.txExpr(
                TransactionType.Supports,
                em -> em.createQuery(
                                "select e.id from StoredExchange e where e.openBooking is not null order by e.id",
                                Long.class)
                        .getResultList());
    }

    /** Ends what can no longer come to an exchange. */
    int endOver(long id) {
        return exchanges.endOver(id);
    }
}
