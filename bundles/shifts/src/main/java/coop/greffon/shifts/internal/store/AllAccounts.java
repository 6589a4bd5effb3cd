package coop.greffon.shifts.internal.store;

import coop.greffon.shifts.internal.rules.Standing;
import coop.greffon.shifts.internal.rules.Standings;
import coop.greffon.shifts.internal.rules.StatusCode;
import coop.greffon.shifts.internal.rules.Timeline;
import coop.greffon.shifts.internal.rules.Track;
import coop.greffon.shifts.internal.setting.RulesInForce;
import coop.greffon.shifts.internal.store.WorkerReader.Facts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where everybody stands on a day, some at a time. */
@Component(service = AllAccounts.class)
public final class AllAccounts {
    private static final Logger LOG = LoggerFactory.getLogger(AllAccounts.class);
    private static final int AT_ONCE = 200;

    private final JpaTemplate jpa;
    private final WorkerReader reader;
    private final RulesInForce rules;

    @Activate
    public AllAccounts(
            @Reference(target = "(osgi.unit.name=shifts)") JpaTemplate jpa,
            @Reference WorkerReader reader,
            @Reference RulesInForce rules) {
        this.jpa = jpa;
        this.reader = reader;
        this.rules = rules;
    }

    /**
     * Whoever works, by what is recorded now, in the order in which they were enrolled. One with whom something is wrong keeps no other from
     * their turn.
     *
     * @return the members who had no turn
     */
    public List<Long> each(LocalDate day, Consumer<WorkAccount> account) {
        return facts(
                (enrolment, facts) -> account.accept(Accounting.of(facts, enrolment, rules.of(facts.tracks()), day)));
    }

    /**
     * What is wrong where some had no turn.
     *
     * @param left the members who had none
     */
    public static IllegalStateException fault(List<Long> left) {
        return new IllegalStateException("Where the members " + left + " stand cannot be worked out");
    }

    private static void requireNone(List<Long> left) {
        if (!left.isEmpty()) {
            throw fault(left);
        }
    }

    /**
     * Who would stand otherwise on a day if other rules held from that day on.
     *
     * @param choice the rules that might be chosen
     * @throws IllegalStateException where something is wrong with somebody: what is left out is not told as if it were all
     */
    public List<StandingChange> supposing(RulesInForce.Choice choice, LocalDate day) {
        Map<Track, Timeline> then = new EnumMap<>(Track.class);
        for (Track track : Track.values()) {
            then.put(track, rules.supposing(track, choice, day));
        }
        List<StandingChange> changes = new ArrayList<>();
        requireNone(facts((enrolment, facts) -> {
            Standing before = Standings.on(facts.worker(), rules.of(facts.tracks()), day);
            Standing after = Standings.on(facts.worker(), facts.tracks().timeline(then::get), day);
            StandingChange change = StandingChange.of(enrolment.memberId(), before, after);
            if (change.isOne()) {
                changes.add(change);
            }
        }));
        return changes;
    }

    /**
     * How many people stood where at the end of some days, by what is recorded now; nobody stands anywhere before they began.
     *
     * @throws IllegalStateException where something is wrong with somebody: a count without them would be another
     */
    Map<LocalDate, Map<StatusCode, Integer>> count(Collection<LocalDate> days) {
        Map<LocalDate, Map<StatusCode, Integer>> counts = new TreeMap<>();
        requireNone(facts((enrolment, facts) -> {
            Timeline timeline = rules.of(facts.tracks());
            days.stream()
                    .filter(day -> !day.isBefore(enrolment.start()))
                    .forEach(day -> counts.computeIfAbsent(day, none -> new EnumMap<>(StatusCode.class))
                            .merge(Standings.on(facts.worker(), timeline, day).code(), 1, Integer::sum));
        }));
        return counts;
    }

    private List<Long> facts(BiConsumer<Enrolment, Facts> each) {
        List<Long> left = new ArrayList<>();
        long after = 0;
        while (true) {
            long from = after;
            List<Enrolment> some = jpa.txExpr(TransactionType.Supports, em -> enrolments(em, from));
            if (some.isEmpty()) {
                return List.copyOf(left);
            }
            Map<Long, Facts> facts = read(some);
            some.forEach(one -> turn(one, facts, each, left));
            after = some.get(some.size() - 1).id();
        }
    }

    /** Those of some who can be read together; none where something is wrong with one of them, who are read alone then. */
    private Map<Long, Facts> read(List<Enrolment> some) {
        try {
            return jpa.txExpr(TransactionType.Supports, em -> reader.read(em, some, null));
        } catch (RuntimeException wrong) {
            LOG.warn("Of {} workers at once something is wrong with one", some.size(), wrong);
            return Map.of();
        }
    }

    private void turn(Enrolment one, Map<Long, Facts> together, BiConsumer<Enrolment, Facts> each, List<Long> left) {
        try {
            Facts facts = together.containsKey(one.id())
                    ? together.get(one.id())
                    : jpa.txExpr(TransactionType.Supports, em -> reader.read(em, List.of(one), null))
                            .get(one.id());
            each.accept(one, facts);
        } catch (RuntimeException wrong) {
            LOG.error("Where member {} stands cannot be worked out", one.memberId(), wrong);
            left.add(one.memberId());
        }
    }

    private static List<Enrolment> enrolments(EntityManager em, long after) {
        return em.createQuery("select w from StoredWorker w where w.id > :after order by w.id", StoredWorker.class)
                .setParameter("after", after)
                .setMaxResults(AT_ONCE)
                .getResultStream()
                .map(StoredWorker::enrolment)
                .toList();
    }
}
