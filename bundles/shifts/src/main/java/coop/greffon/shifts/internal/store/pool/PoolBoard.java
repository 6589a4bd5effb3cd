package coop.greffon.shifts.internal.store.pool;

import coop.greffon.shifts.internal.rules.SolidarityPool;
import coop.greffon.shifts.internal.rules.SolidarityPool.Need;
import coop.greffon.shifts.internal.rules.Track;
import coop.greffon.shifts.internal.rules.Unit;
import coop.greffon.shifts.internal.setting.RulesInForce;
import coop.greffon.shifts.internal.store.PoolJournal;
import coop.greffon.shifts.internal.store.PoolJournal.Moved;
import coop.greffon.shifts.internal.store.StoredWorker;
import coop.greffon.shifts.internal.store.WorkerChanges;
import coop.greffon.shifts.internal.store.booking.SeatActs;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the pool holds, what came and went, and who asks. */
@Component(service = PoolBoard.class)
public final class PoolBoard {
    private static final int MOST = 40;

    private final JpaTemplate jpa;
    private final JpaPool pool;
    private final PoolJournal journal;
    private final RulesInForce rules;
    private final Clock clock;

    @Activate
    public PoolBoard(
            @Reference(target = "(osgi.unit.name=shifts)") JpaTemplate jpa,
            @Reference JpaPool pool,
            @Reference PoolJournal journal,
            @Reference RulesInForce rules,
            @Reference Clock clock) {
        this.jpa = jpa;
        this.pool = pool;
        this.journal = journal;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * The pool.
     *
     * @param unit what amounts count
     * @param balance what it holds
     * @param movements the latest first, at most 40
     */
    public record Pool(Unit unit, long balance, List<PoolMovement> movements) {
        public Pool {
            movements = List.copyOf(movements);
        }
    }

    /**
     * What somebody may do.
     *
     * @param above how much they may give, in the unit of the rules
     * @param owed how much they would be given, zero for nothing
     * @param granted how often they were helped this year
     * @param most how often one may be
     * @param open their open request, null for none
     */
    public record Share(Unit unit, long above, long owed, int granted, int most, PoolRequest open) {
        /** Whether they may ask now. */
        public boolean mayAsk() {
            return owed > 0 && open == null && granted < most;
        }
    }

    /**
     * The pool of the co-op, in the unit of whoever reads or else in that of who chooses their shifts.
     *
     * @param memberId null for nobody in particular
     * @throws coop.greffon.core.problem.NotFound where there is none
     */
    public Pool pool(Long memberId) {
        pool.requireOn();
        return jpa.txExpr(TransactionType.Supports, em -> {
            Unit unit = memberId == null
                    ? ofWhoFlies()
                    : WorkerChanges.find(em, memberId).map(pool::unit).orElseGet(this::ofWhoFlies);
            List<Moved> all = journal.all(unit);
            List<Moved> latest = new ArrayList<>(all.subList(Math.max(0, all.size() - MOST), all.size()));
            Collections.reverse(latest);
            Map<Long, Long> members = members(em, latest);
            return new Pool(
                    unit,
                    all.stream().mapToLong(Moved::amount).sum(),
                    latest.stream()
                            .map(one ->
                                    new PoolMovement(one.on(), one.amount(), members.getOrDefault(one.workerId(), 0L)))
                            .toList());
        });
    }

    private Unit ofWhoFlies() {
        return rules.of(Track.FLYING).on(LocalDate.now(clock)).unit();
    }

    private static Map<Long, Long> members(EntityManager em, List<Moved> moved) {
        List<Long> ids = moved.stream().map(Moved::workerId).distinct().toList();
        return ids.isEmpty()
                ? Map.of()
                : em.createQuery("select w from StoredWorker w where w.id in :ids", StoredWorker.class)
                        .setParameter("ids", ids)
                        .getResultStream()
                        .collect(Collectors.toMap(
                                StoredWorker::id, row -> row.enrolment().memberId()));
    }

    /**
     * What somebody may do.
     *
     * @throws coop.greffon.core.problem.NotFound where there is no pool, or they do not work
     */
    public Share share(long memberId) {
        pool.requireOn();
        return jpa.txExpr(TransactionType.Supports, em -> {
            StoredWorker row = WorkerChanges.find(em, memberId).orElseThrow(SeatActs::noWorker);
            return new Share(
                    pool.unit(row),
                    SolidarityPool.above(pool.worker(em, row), LocalDate.now(clock)),
                    pool.need(em, row).map(Need::amount).orElse(0L),
                    pool.granted(em, row),
                    pool.mostPerYear(),
                    JpaPool.open(em, row).map(request -> pool.told(em, request)).orElse(null));
        });
    }

    /** Who asks, the first first. */
    public List<PoolRequest> open() {
        pool.requireOn();
        return jpa.txExpr(
                TransactionType.Supports,
                em -> em.createQuery(
                                "select r from StoredPoolRequest r where r.openWorker is not null order by r.id",
                                StoredPoolRequest.class)
                        .setMaxResults(MOST)
                        .getResultStream()
                        .map(request -> pool.told(em, request))
                        .toList());
    }

    /** All that somebody ever asked. */
    public List<PoolRequest> of(long memberId) {
        return jpa.txExpr(
                TransactionType.Supports,
                em -> em.createQuery(
                                "select r from StoredPoolRequest r, StoredWorker w where w.id = r.workerId"
                                        + " and w.memberId = :member order by r.id",
                                StoredPoolRequest.class)
                        .setParameter("member", memberId)
                        .getResultStream()
                        .map(request -> pool.told(em, request))
                        .toList());
    }

    /** Forgets what somebody asked, in the caller's transaction; what they were given stays in the journal. */
    public void forget(long memberId) {
        jpa.tx(
                TransactionType.Required,
                em -> WorkerChanges.find(em, memberId)
                        .ifPresent(
                                worker -> em.createQuery("delete from StoredPoolRequest r where r.workerId = :worker")
                                        .setParameter("worker", worker.id())
                                        .executeUpdate()));
    }
}
