package coop.greffon.shifts.internal.store;

import coop.greffon.core.identity.Actor;
import coop.greffon.shifts.internal.rules.Debits;
import coop.greffon.shifts.internal.rules.Entry;
import coop.greffon.shifts.internal.rules.Timeline;
import coop.greffon.shifts.internal.setting.RulesInForce;
import coop.greffon.shifts.internal.store.WorkerReader.Facts;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Posts what fell due and brings the standings up to date, some workers at a time: each some is a transaction, so that what was done
 * before a stop is done.
 */
@Component(service = DueCycles.class)
public final class DueCycles {
    /** As many as one question to the journal may be about. */
    private static final int AT_ONCE = 200;

    private final JpaTemplate jpa;
    private final WorkerReader reader;
    private final WorkJournal journal;
    private final RulesInForce rules;
    private final Clock clock;

    @Activate
    public DueCycles(
            @Reference(target = "(osgi.unit.name=shifts)") JpaTemplate jpa,
            @Reference WorkerReader reader,
            @Reference WorkJournal journal,
            @Reference RulesInForce rules,
            @Reference Clock clock) {
        this.jpa = jpa;
        this.reader = reader;
        this.journal = journal;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * What was done.
     *
     * @param workers how many were looked at
     * @param posted how many entries were made
     */
    public record Done(int workers, int posted) {}

    /** Everything due up to a day. Asked again, nothing is posted twice. */
    public Done post(LocalDate day, Actor by) {
        int workers = 0;
        int posted = 0;
        long after = 0;
        while (true) {
            long from = after;
            List<Long> ids = jpa.txExpr(TransactionType.Supports, em -> ids(em, from));
            if (ids.isEmpty()) {
                return new Done(workers, posted);
            }
            posted += jpa.txExpr(TransactionType.Required, em -> post(em, ids, day, by));
            workers += ids.size();
            after = ids.get(ids.size() - 1);
        }
    }

    private static List<Long> ids(EntityManager em, long after) {
        return em.createQuery("select w.id from StoredWorker w where w.id > :after order by w.id", Long.class)
                .setParameter("after", after)
                .setMaxResults(AT_ONCE)
                .getResultList();
    }

    private int post(EntityManager em, List<Long> ids, LocalDate day, Actor by) {
        List<StoredWorker> rows = em.createQuery(
                        "select w from StoredWorker w where w.id in :ids order by w.id", StoredWorker.class)
                .setParameter("ids", ids)
                .getResultList();
        Map<Long, Facts> facts = facts(em, rows);
        // Only whoever owes something is locked, and looked at again once nobody else can post.
        List<StoredWorker> owing = rows.stream()
                .filter(row -> !due(row, facts.get(row.id()), day).isEmpty())
                .toList();
        owing.forEach(row -> journal.lock(row.id()));
        int posted = 0;
        Map<Long, Facts> again = facts(em, owing);
        for (StoredWorker row : owing) {
            List<Entry> entries = due(row, again.get(row.id()), day);
            journal.post(row.id(), entries, by, null);
            posted += entries.size();
        }
        facts.putAll(facts(em, owing));
        for (StoredWorker row : rows) {
            Accounting.refresh(row, facts.get(row.id()).worker(), timeline(row), day);
        }
        return posted;
    }

    private Map<Long, Facts> facts(EntityManager em, List<StoredWorker> rows) {
        return reader.read(em, rows.stream().map(StoredWorker::enrolment).toList(), null);
    }

    private List<Entry> due(StoredWorker row, Facts facts, LocalDate day) {
        return Debits.due(facts.worker(), timeline(row), day, clock.instant());
    }

    private Timeline timeline(StoredWorker row) {
        return rules.of(row.enrolment().track());
    }
}
