package coop.greffon.shifts.internal.store;

import coop.greffon.core.identity.Actor;
import coop.greffon.shifts.internal.rules.Debits;
import coop.greffon.shifts.internal.rules.Entry;
import coop.greffon.shifts.internal.setting.RulesInForce;
import coop.greffon.shifts.internal.store.WorkerReader.Facts;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Posts what fell due and brings the standings up to date, some workers at a time: each some is a transaction, so that what was done
 * before a stop is done.
 */
@Component(service = DueCycles.class)
public final class DueCycles {
    private static final Logger LOG = LoggerFactory.getLogger(DueCycles.class);

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
     * @param failed the workers with whom something is wrong; nothing was posted to them
     */
    public record Done(int workers, int posted, List<Long> failed) {
        public Done {
            failed = List.copyOf(failed);
        }
    }

    /** Everything due up to a day. Asked again, nothing is posted twice. */
    public Done post(LocalDate day, Actor by) {
        int workers = 0;
        int posted = 0;
        List<Long> failed = new ArrayList<>();
        long after = 0;
        while (true) {
            long from = after;
            List<Long> ids = some(from);
            if (ids.isEmpty()) {
                return new Done(workers, posted, failed);
            }
            posted += post(ids, day, by, failed);
            workers += ids.size();
            after = ids.get(ids.size() - 1);
        }
    }

    /** Works out where everybody stands on a day, and posts nothing: what falls due by rules that hold since an hour waits for the night. */
    public void refresh(LocalDate day) {
        List<Long> ids = some(0);
        while (!ids.isEmpty()) {
            refresh(ids, day);
            ids = some(ids.get(ids.size() - 1));
        }
    }

    private List<Long> some(long after) {
        return jpa.txExpr(TransactionType.Supports, em -> ids(em, after));
    }

    private void refresh(List<Long> ids, LocalDate day) {
        try {
            jpa.tx(TransactionType.Required, em -> {
                List<StoredWorker> rows = locked(em, ids);
                refresh(rows, facts(em, rows), day);
            });
        } catch (RuntimeException wrong) {
            if (ids.size() == 1) {
                // The night tells of it as well: they cannot be counted then either.
                LOG.error("Where worker {} stands cannot be worked out", ids.get(0), wrong);
                return;
            }
            ids.forEach(id -> refresh(List.of(id), day));
        }
    }

    private void refresh(List<StoredWorker> rows, Map<Long, Facts> facts, LocalDate day) {
        for (StoredWorker row : rows) {
            Facts own = facts.get(row.id());
            Accounting.refresh(row, own, rules.of(own.tracks()), day);
        }
    }

    /** One with whom something is wrong does not keep the others from being counted. */
    private int post(List<Long> ids, LocalDate day, Actor by, List<Long> failed) {
        try {
            return jpa.txExpr(TransactionType.Required, em -> post(em, ids, day, by));
        } catch (RuntimeException wrong) {
            if (ids.size() == 1) {
                LOG.error("What is due from worker {} cannot be counted", ids.get(0), wrong);
                failed.addAll(ids);
                return 0;
            }
        }
        return ids.stream().mapToInt(id -> post(List.of(id), day, by, failed)).sum();
    }

    private static List<Long> ids(EntityManager em, long after) {
        return em.createQuery("select w.id from StoredWorker w where w.id > :after order by w.id", Long.class)
                .setParameter("after", after)
                .setMaxResults(AT_ONCE)
                .getResultList();
    }

    private int post(EntityManager em, List<Long> ids, LocalDate day, Actor by) {
        List<StoredWorker> rows = locked(em, ids);
        Map<Long, Facts> facts = facts(em, rows);
        List<StoredWorker> owing = new ArrayList<>();
        int posted = 0;
        // In the order of the chains' names, in which whoever seals them locks them.
        for (StoredWorker row : inOrderOfChains(rows)) {
            List<Entry> entries = due(facts.get(row.id()), day);
            if (!entries.isEmpty()) {
                journal.post(row.id(), entries, by, null);
                posted += entries.size();
                owing.add(row);
            }
        }
        facts.putAll(facts(em, owing));
        refresh(rows, facts, day);
        return posted;
    }

    private static List<StoredWorker> locked(EntityManager em, List<Long> ids) {
        return em.createQuery("select w from StoredWorker w where w.id in :ids order by w.id", StoredWorker.class)
                .setParameter("ids", ids)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setHint("eclipselink.refresh", "true")
                .getResultList();
    }

    private static List<StoredWorker> inOrderOfChains(List<StoredWorker> rows) {
        return rows.stream().sorted(Comparator.comparing(row -> row.id() + "/")).toList();
    }

    private Map<Long, Facts> facts(EntityManager em, List<StoredWorker> rows) {
        return reader.read(em, rows.stream().map(StoredWorker::enrolment).toList(), null);
    }

    private List<Entry> due(Facts facts, LocalDate day) {
        return Debits.due(facts.worker(), rules.of(facts.tracks()), day, clock.instant());
    }
}
