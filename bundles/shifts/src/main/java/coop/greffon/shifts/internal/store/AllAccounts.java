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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
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
        return turns((enrolment, facts) -> Accounting.of(facts, enrolment, rules.of(facts.tracks()), day), account);
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
        requireNone(turns(
                (enrolment, facts) -> {
                    Standing before = Standings.on(facts.worker(), rules.of(facts.tracks()), day);
                    Standing after = Standings.on(facts.worker(), facts.tracks().timeline(then::get), day);
                    return StandingChange.of(enrolment.memberId(), before, after);
                },
                change -> {
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
        requireNone(turns(
                (enrolment, facts) -> standings(enrolment, facts, days),
                standings -> standings.forEach(
                        (day, code) -> counts.computeIfAbsent(day, none -> new EnumMap<>(StatusCode.class))
                                .merge(code, 1, Integer::sum))));
        return counts;
    }

    private Map<LocalDate, StatusCode> standings(Enrolment enrolment, Facts facts, Collection<LocalDate> days) {
        Timeline timeline = rules.of(facts.tracks());
        Map<LocalDate, StatusCode> standings = new HashMap<>();
        days.stream()
                .filter(day -> !day.isBefore(enrolment.start()))
                .forEach(day -> standings.put(
                        day, Standings.on(facts.worker(), timeline, day).code()));
        return standings;
    }

    /** What came of the turn of one: a result, or what was wrong. */
    private record Turn<R>(Enrolment of, R result, RuntimeException wrong) {}

    /** The members with whom something is wrong; of all others what is told of their facts is taken, in their order. */
    private <R> List<Long> turns(BiFunction<Enrolment, Facts, R> told, Consumer<R> taken) {
        List<Long> left = new ArrayList<>();
        var after = new AtomicLong();
        Ahead.work(
                () -> next(after),
                some -> turns(some, told),
                turns -> turns.forEach(turn -> {
                    try {
                        if (turn.wrong() != null) {
                            throw turn.wrong();
                        }
                        taken.accept(turn.result());
                    } catch (RuntimeException wrong) {
                        LOG.error(
                                "Where member {} stands cannot be worked out",
                                turn.of().memberId(),
                                wrong);
                        left.add(turn.of().memberId());
                    }
                }));
        return List.copyOf(left);
    }

    private Optional<List<Enrolment>> next(AtomicLong after) {
        List<Enrolment> some = jpa.txExpr(TransactionType.Supports, em -> enrolments(em, after.get()));
        if (some.isEmpty()) {
            return Optional.empty();
        }
        after.set(some.get(some.size() - 1).id());
        return Optional.of(some);
    }

    private <R> List<Turn<R>> turns(List<Enrolment> some, BiFunction<Enrolment, Facts, R> told) {
        Map<Long, Facts> facts = read(some);
        return some.stream().map(one -> turn(one, facts, told)).toList();
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

    private <R> Turn<R> turn(Enrolment one, Map<Long, Facts> together, BiFunction<Enrolment, Facts, R> told) {
        try {
            Facts facts = together.containsKey(one.id())
                    ? together.get(one.id())
                    : jpa.txExpr(TransactionType.Supports, em -> reader.read(em, List.of(one), null))
                            .get(one.id());
            return new Turn<>(one, told.apply(one, facts), null);
        } catch (RuntimeException wrong) {
            return new Turn<>(one, null, wrong);
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
