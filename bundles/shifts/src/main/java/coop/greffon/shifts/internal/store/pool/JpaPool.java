package coop.greffon.shifts.internal.store.pool;

import coop.greffon.core.audit.FieldChange;
import coop.greffon.core.identity.Actor;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.problem.NotFound;
import coop.greffon.core.problem.Refused;
import coop.greffon.shifts.internal.rules.Entry;
import coop.greffon.shifts.internal.rules.SolidarityPool;
import coop.greffon.shifts.internal.rules.SolidarityPool.Need;
import coop.greffon.shifts.internal.rules.Unit;
import coop.greffon.shifts.internal.rules.Worker;
import coop.greffon.shifts.internal.setting.RulesInForce;
import coop.greffon.shifts.internal.store.PoolJournal;
import coop.greffon.shifts.internal.store.StoredWorker;
import coop.greffon.shifts.internal.store.WorkerChanges;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Shifts done beyond what is due are given to a pool, and whoever is in debt is given one of them by somebody else. Each is two entries of the
 * journal, made at once; the pool never holds less than nothing.
 */
@Component(service = JpaPool.class)
public final class JpaPool {
    private static final int LONGEST_KEY = 60;

    private final JpaTemplate jpa;
    private final WorkerChanges changes;
    private final PoolJournal journal;
    private final RulesInForce rules;
    private final PoolNews news;
    private final Clock clock;

    @Activate
    public JpaPool(
            @Reference(target = "(osgi.unit.name=shifts)") JpaTemplate jpa,
            @Reference WorkerChanges changes,
            @Reference PoolJournal journal,
            @Reference RulesInForce rules,
            @Reference PoolNews news,
            @Reference Clock clock) {
        this.jpa = jpa;
        this.changes = changes;
        this.journal = journal;
        this.rules = rules;
        this.news = news;
        this.clock = clock;
    }

    /** Whether the co-op has a pool. */
    public boolean isOn() {
        return mostPerYear() > 0;
    }

    int mostPerYear() {
        return rules.poolPerYear(changes.today());
    }

    void requireOn() {
        if (!isOn()) {
            throw new NotFound(Text.of("shifts.pool.off"));
        }
    }

    /**
     * Gives what somebody did beyond what was due. Given again under the same key, nothing changes.
     *
     * @param amount in the unit of the rules
     * @param requestKey a key of the caller's own, null for none
     * @throws InvalidInput where they do not have so much, or the key is longer than 60 characters
     * @throws NotFound where there is no pool, or they do not work
     */
    public void give(long memberId, Long amount, String requestKey, Actor by) {
        requireOn();
        if (requestKey != null && requestKey.length() > LONGEST_KEY) {
            throw new InvalidInput(
                    FieldError.of("requestKey", requestKey, Text.of("core.validation.Size", 0, LONGEST_KEY)));
        }
        String key = "pool:gift:" + (requestKey == null ? UUID.randomUUID().toString() : requestKey);
        changes.change(memberId, by, (em, row) -> {
            if (journal.isPosted(row.id(), key)) {
                return;
            }
            long most = SolidarityPool.above(worker(em, row), changes.today());
            Unit unit = unit(row);
            if (amount == null || amount <= 0 || amount > most) {
                Text why = Text.of(most == 0 ? "shifts.pool.nothing" : "shifts.pool.most", unit.shown(most));
                throw new InvalidInput(FieldError.of("amount", amount == null ? null : unit.shown(amount), why));
            }
            Entry entry = SolidarityPool.given(amount, changes.today(), clock.instant(), key);
            journal.transfer(row.id(), unit, entry, by);
            record(memberId, "shifts.audit.pool-given", unit, amount, by);
        });
    }

    /**
     * Asks for a shift of the pool. Asked again while it is open, nothing changes.
     *
     * @throws Refused where they owe nothing, or were given as many this year as one may be
     * @throws NotFound where there is no pool, or they do not work
     */
    public PoolRequest ask(long memberId, Actor by) {
        requireOn();
        var asked = new PoolRequest[1];
        changes.change(memberId, by, (em, row) -> {
            Optional<StoredPoolRequest> there = open(em, row);
            StoredPoolRequest request = there.orElseGet(() -> {
                requireNeed(em, row);
                requireYear(em, row);
                var added = new StoredPoolRequest(row.id(), changes.today(), clock.instant());
                em.persist(added);
                em.flush();
                changes.record(memberId, "shifts.audit.pool-asked", by);
                return added;
            });
            asked[0] = told(em, request);
        });
        return asked[0];
    }

    static Optional<StoredPoolRequest> open(EntityManager em, StoredWorker row) {
        return em.createQuery("select r from StoredPoolRequest r where r.openWorker = :worker", StoredPoolRequest.class)
                .setParameter("worker", row.id())
                .getResultStream()
                .findFirst();
    }

    private Need requireNeed(EntityManager em, StoredWorker row) {
        return need(em, row).orElseThrow(() -> new Refused(Text.of("shifts.pool.no-debt")));
    }

    Optional<Need> need(EntityManager em, StoredWorker row) {
        return SolidarityPool.need(worker(em, row), changes.timeline(row).on(changes.today()), changes.today());
    }

    private void requireYear(EntityManager em, StoredWorker row) {
        if (granted(em, row) >= mostPerYear()) {
            throw new Refused(Text.of("shifts.pool.year", mostPerYear()));
        }
    }

    /** How often somebody was helped in the year of today. */
    int granted(EntityManager em, StoredWorker row) {
        return em.createQuery(
                        "select count(r) from StoredPoolRequest r where r.workerId = :worker and r.state = :granted"
                                + " and r.settledOn >= :from",
                        Long.class)
                .setParameter("worker", row.id())
                .setParameter("granted", PoolRequestState.GRANTED)
                .setParameter("from", changes.today().withDayOfYear(1))
                .getSingleResult()
                .intValue();
    }

    /**
     * Gives somebody who asked a shift of the pool, or what they owe where that is less. Given again, nothing changes.
     *
     * @throws Refused where it is about whoever decides, they owe nothing any more, were given as many this year as one may be, the pool does
     *     not hold so much, or the request ended otherwise
     * @throws NotFound where there is no pool or no such request
     */
    public void grant(long id, Actor by) {
        settle(id, PoolRequestState.GRANTED, by, (em, row, request) -> {
            Need need = requireNeed(em, row);
            requireYear(em, row);
            Unit unit = unit(row);
            Entry entry = SolidarityPool.received(need, changes.today(), clock.instant(), "pool:grant:" + id);
            if (journal.lock(row.id(), need.counter(), unit) < need.amount()) {
                throw new Refused(Text.of("shifts.pool.empty"));
            }
            journal.transfer(row.id(), unit, entry, by);
            request.grant(need.amount(), changes.today());
            record(row.enrolment().memberId(), "shifts.audit.pool-granted", unit, need.amount(), by);
            news.granted(told(em, request), unit);
        });
    }

    /**
     * Gives somebody who asked nothing of the pool. Said again, nothing changes.
     *
     * @throws Refused where it is about whoever decides, or the request ended otherwise
     * @throws NotFound where there is no pool or no such request
     */
    public void refuse(long id, Actor by) {
        settle(id, PoolRequestState.REFUSED, by, (em, row, request) -> {
            request.become(PoolRequestState.REFUSED, changes.today());
            changes.record(row.enrolment().memberId(), "shifts.audit.pool-refused", by);
            news.refused(told(em, request));
        });
    }

    @FunctionalInterface
    private interface Deed {
        void of(EntityManager em, StoredWorker row, StoredPoolRequest request);
    }

    private void settle(long id, PoolRequestState wanted, Actor by, Deed deed) {
        requireOn();
        jpa.tx(TransactionType.Required, em -> {
            StoredPoolRequest request = find(em, id);
            long member = memberOf(em, request);
            changes.requireOther(member, by);
            changes.change(member, by, (inside, row) -> {
                inside.refresh(request);
                if (request.state() != wanted) {
                    requireOpen(request);
                    deed.of(inside, row, request);
                }
            });
        });
    }

    /**
     * No longer asks. Said again, nothing changes.
     *
     * @throws Refused where it was answered
     * @throws NotFound where there is no pool, or it is no request of theirs
     */
    public void withdraw(long memberId, long id, Actor by) {
        requireOn();
        changes.change(memberId, by, (em, row) -> {
            StoredPoolRequest request = find(em, id);
            if (request.workerId() != row.id()) {
                throw unknown();
            }
            em.refresh(request);
            if (request.state() != PoolRequestState.WITHDRAWN) {
                requireOpen(request);
                request.become(PoolRequestState.WITHDRAWN, changes.today());
                changes.record(memberId, "shifts.audit.pool-withdrawn", by);
            }
        });
    }

    private static void requireOpen(StoredPoolRequest request) {
        if (!request.isOpen()) {
            throw new Refused(Text.of("shifts.pool.answered"));
        }
    }

    private static StoredPoolRequest find(EntityManager em, long id) {
        return Optional.ofNullable(em.find(StoredPoolRequest.class, id)).orElseThrow(JpaPool::unknown);
    }

    Worker worker(EntityManager em, StoredWorker row) {
        return changes.facts(em, row, null).worker();
    }

    Unit unit(StoredWorker row) {
        return changes.timeline(row).on(changes.today()).unit();
    }

    PoolRequest told(EntityManager em, StoredPoolRequest request) {
        StoredWorker row = em.find(StoredWorker.class, request.workerId());
        long amount = request.isOpen() ? need(em, row).map(Need::amount).orElse(0L) : request.amount();
        return new PoolRequest(request.id(), row.enrolment().memberId(), request.state(), amount, request.askedOn());
    }

    private static long memberOf(EntityManager em, StoredPoolRequest request) {
        return em.find(StoredWorker.class, request.workerId()).enrolment().memberId();
    }

    private void record(long memberId, String what, Unit unit, long amount, Actor by) {
        changes.record(
                memberId,
                what,
                by,
                new FieldChange("amount", null, unit.shown(amount).toPlainString()));
    }

    private static NotFound unknown() {
        return new NotFound(Text.of("shifts.pool.unknown"));
    }
}
