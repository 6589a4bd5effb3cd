package coop.greffon.shifts.internal.store;

import coop.greffon.core.journal.Journal;
import coop.greffon.core.journal.Journals;
import coop.greffon.core.journal.Verification;
import coop.greffon.core.message.Text;
import coop.greffon.shifts.internal.rules.Counter;
import coop.greffon.shifts.internal.rules.Standing;
import coop.greffon.shifts.internal.rules.Standings;
import coop.greffon.shifts.internal.rules.StatusCode;
import coop.greffon.shifts.internal.rules.Timeline;
import coop.greffon.shifts.internal.rules.Worker;
import coop.greffon.shifts.internal.setting.RulesInForce;
import coop.greffon.shifts.internal.store.WorkerReader.Facts;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Checks the journal against itself, and what is kept of where people stand against the journal; nothing is changed. */
@Component(service = StandingCheck.class)
public final class StandingCheck {
    private static final int AT_ONCE = 200;
    private static final int CHAINS_AT_ONCE = 500;

    private final JpaTemplate jpa;
    private final Journal journal;
    private final WorkerReader reader;
    private final RulesInForce rules;
    private final Clock clock;

    @Activate
    public StandingCheck(
            @Reference(target = "(osgi.unit.name=shifts)") JpaTemplate jpa,
            @Reference Journals journals,
            @Reference WorkerReader reader,
            @Reference RulesInForce rules,
            @Reference Clock clock) {
        this.jpa = jpa;
        this.journal = journals.of("shifts", "entry");
        this.reader = reader;
        this.rules = rules;
        this.clock = clock;
    }

    /** What else is looked at of some workers, by their ids, while nobody changes them. */
    @FunctionalInterface
    public interface Seen {
        void of(EntityManager em, Map<Long, Worker> workers);
    }

    /**
     * Checks each chain of the journal, and what was signed of it.
     *
     * @param words puts what is wrong into a language
     * @return how many chains there are
     */
    public int chains(Function<Text, String> words, Consumer<WorkFault> faults) {
        int checked = 0;
        journal.verifySeals()
                .ifPresent(why -> faults.accept(new WorkFault("journal", journal.name(), null, words.apply(why))));
        List<String> chains = journal.chains("", CHAINS_AT_ONCE);
        while (!chains.isEmpty()) {
            for (String chain : chains) {
                Verification verified = journal.verify(chain);
                if (!verified.isSound()) {
                    String why = words.apply(verified.fault().why());
                    faults.accept(new WorkFault("journal", chain, null, why));
                }
            }
            checked += chains.size();
            chains = journal.chains(chains.get(chains.size() - 1), CHAINS_AT_ONCE);
        }
        return checked;
    }

    /**
     * Checks what is kept of everybody, some at a time.
     *
     * @return how many people
     */
    public int standings(Seen seen, Consumer<WorkFault> faults) {
        int checked = 0;
        long after = 0;
        while (true) {
            long from = after;
            List<Long> ids = jpa.txExpr(TransactionType.Supports, em -> ids(em, from));
            if (ids.isEmpty()) {
                return checked;
            }
            jpa.tx(TransactionType.Required, em -> seen.of(em, check(em, ids, faults)));
            checked += ids.size();
            after = ids.get(ids.size() - 1);
        }
    }

    private static List<Long> ids(EntityManager em, long after) {
        return em.createQuery("select w.id from StoredWorker w where w.id > :after order by w.id", Long.class)
                .setParameter("after", after)
                .setMaxResults(AT_ONCE)
                .getResultList();
    }

    /** Locked: whoever changes one changes entries and standing together. */
    private Map<Long, Worker> check(EntityManager em, List<Long> ids, Consumer<WorkFault> faults) {
        List<StoredWorker> rows = em.createQuery(
                        "select w from StoredWorker w where w.id in :ids order by w.id", StoredWorker.class)
                .setParameter("ids", ids)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
        Map<Long, Facts> facts =
                reader.read(em, rows.stream().map(StoredWorker::enrolment).toList(), null);
        Map<Long, Worker> workers = new HashMap<>();
        for (StoredWorker row : rows) {
            Worker worker = facts.get(row.id()).worker();
            standing(row, worker, rules.of(facts.get(row.id()).tracks()), faults);
            workers.put(row.id(), worker);
        }
        return workers;
    }

    private void standing(StoredWorker row, Worker worker, Timeline timeline, Consumer<WorkFault> faults) {
        ListedWorker kept = row.listed();
        LocalDate on = kept.computedOn();
        long balance = worker.journal().balance(Counter.MAIN, on);
        String record = Long.toString(row.id());
        if (balance != kept.main()) {
            faults.accept(new WorkFault("balance", record, Long.toString(balance), Long.toString(kept.main())));
        }
        Standing now = Standings.on(worker, timeline, on);
        if (!isKept(now, kept) && !isKept(Standings.on(before(worker, on), timeline, on), kept)) {
            faults.accept(new WorkFault("standing", record, words(now), words(kept)));
        }
    }

    private static boolean isKept(Standing standing, ListedWorker kept) {
        boolean isWorkedOut = kept.vote() != null;
        return words(standing.code(), standing.mayShop(), standing.until())
                        .equals(words(kept.standing(), kept.mayShop(), kept.until()))
                && (!isWorkedOut || kept.vote() == Vote.of(standing.mayVote()));
    }

    private static String words(Standing standing) {
        return words(standing.code(), standing.mayShop(), standing.until())
                + (standing.mayVote() ? "" : " without a vote");
    }

    private static String words(ListedWorker kept) {
        return words(kept.standing(), kept.mayShop(), kept.until())
                + (kept.vote() == Vote.NO_VOTE ? " without a vote" : "");
    }

    private static String words(StatusCode code, boolean mayShop, LocalDate until) {
        return code + (mayShop ? " shops" : " does not shop") + (until == null ? "" : " until " + until);
    }

    /** As it was when the day began: who leaves or books since then is looked at the next morning. */
    private Worker before(Worker worker, LocalDate on) {
        Instant dawn = on.atStartOfDay(clock.getZone()).toInstant();
        return new Worker(
                worker.start(),
                worker.journal(),
                worker.leaves(),
                worker.graces(),
                worker.flags().stream()
                        .filter(flag -> flag.recordedAt().isBefore(dawn))
                        .toList(),
                worker.booked().stream()
                        .filter(shift -> shift.recordedAt().isBefore(dawn))
                        .toList());
    }
}
