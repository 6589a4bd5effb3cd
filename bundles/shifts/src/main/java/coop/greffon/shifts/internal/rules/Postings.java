package coop.greffon.shifts.internal.rules;

import coop.greffon.shifts.internal.rules.Entry.Told;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The entries that the outcome of a shift makes. */
public final class Postings {
    private static final String SHIFT = "shift:";

    private Postings() {}

    /**
     * A shift and what became of it.
     *
     * @param id of the booking
     */
    public record Settled(String id, LocalDate on, Told told) {}

    /**
     * The entries by which the counters come to stand as if a shift had always had an outcome: whatever was posted of it before is taken
     * into account, so that an outcome told twice changes nothing.
     */
    public static List<Entry> of(Worker worker, Timeline rules, Settled settled, Instant now) {
        List<Entry> before = worker.journal().entries().stream()
                .filter(entry -> entry.told() != null && shift(entry).equals(shift(settled.id())))
                .toList();
        if (!before.isEmpty() && before.get(before.size() - 1).told().equals(settled.told())) {
            return List.of();
        }
        Map<Counter, Long> changes = changes(worker, rules.on(settled.on()).outcomes(), settled.told(), before);
        long revision =
                before.stream().filter(entry -> entry.counter() == Counter.MAIN).count() + 1;
        List<Entry> entries = new ArrayList<>();
        for (Counter counter : Counter.values()) {
            long amount = changes.getOrDefault(counter, 0L);
            // The main counter tells the outcome even where it changes nothing.
            if (amount != 0 || counter == Counter.MAIN) {
                String key = shift(settled.id()) + "/" + revision + (counter == Counter.MAIN ? "" : ":" + counter);
                AppliedRule rule = settled.told().outcome().rule(settled.told().origin());
                entries.add(new Entry(counter, amount, settled.on(), now, Cause.BOOKING, key, rule, settled.told()));
            }
        }
        return entries;
    }

    /**
     * The entry by which somebody owes what is made up for a shift that did not take place; none where there is nothing to make up.
     *
     * @param makeUps how many shifts
     */
    public static List<Entry> ofClosure(Timeline rules, Settled settled, int makeUps, Instant now) {
        long amount = -makeUps * rules.on(settled.on()).outcomes().ordinary();
        return makeUps == 0
                ? List.of()
                : List.of(Entry.of(
                        Counter.MAIN,
                        amount,
                        settled.on(),
                        now,
                        Cause.BOOKING,
                        "closure:" + settled.id(),
                        AppliedRule.CLOSURE));
    }

    /** By how much the counters change, from what was posted of the shift to what it comes to now. */
    private static Map<Counter, Long> changes(Worker worker, Outcomes outcomes, Told told, List<Entry> before) {
        Map<Counter, Long> now = worker.journal().balances(LocalDate.MAX);
        Map<Counter, Long> without = new EnumMap<>(now);
        before.forEach(entry -> without.merge(entry.counter(), -entry.amount(), Long::sum));
        Map<Counter, Long> changes =
                new EnumMap<>(outcomes.changes(told.origin(), told.outcome(), told.value(), without));
        before.forEach(entry -> changes.merge(entry.counter(), -entry.amount(), Long::sum));
        // What takes an absence back fills no counter beyond its limit either.
        changes.computeIfPresent(Counter.MAIN, (counter, change) -> outcomes.limited(change, now.get(Counter.MAIN)));
        return changes;
    }

    /** How entries call a shift of an id. */
    public static String shift(String id) {
        return SHIFT + id;
    }

    /** Whether an entry makes up for what was told of the same shift before. */
    public static boolean isCorrection(Entry entry) {
        String revision = entry.causeKey().substring(entry.causeKey().lastIndexOf('/') + 1);
        return entry.told() != null && !revision.equals("1") && !revision.startsWith("1:");
    }

    /** What became of each shift some entries tell of, the earliest first: where it was corrected, the last outcome counts. */
    public static Map<String, Outcome> outcomes(Stream<Entry> entries) {
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        entries.filter(entry -> entry.told() != null)
                .forEach(entry -> outcomes.put(shift(entry), entry.told().outcome()));
        return outcomes;
    }

    /** Of which shift an entry tells, as {@link #shift(String)} calls it. */
    public static String shift(Entry entry) {
        return entry.causeKey().substring(0, entry.causeKey().lastIndexOf('/'));
    }
}
