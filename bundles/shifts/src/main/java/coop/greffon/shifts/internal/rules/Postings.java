package coop.greffon.shifts.internal.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The entries that the outcome of a shift makes. */
public final class Postings {
    private static final String SHIFT = "shift:";

    private Postings() {}

    /**
     * A shift and what became of it.
     *
     * @param id of the booking
     * @param value what the shift counts, in the unit of the rules
     */
    public record Settled(String id, LocalDate on, Origin origin, Outcome outcome, long value) {}

    /**
     * The entries by which the counters come to stand as if a shift had always had an outcome: whatever was posted of it before is taken
     * into account, so that an outcome told twice changes nothing.
     */
    public static List<Entry> of(Worker worker, Timeline rules, Settled settled, Instant now) {
        List<Entry> before = worker.journal().entries().stream()
                .filter(entry -> entry.cause() == Cause.BOOKING && shift(entry).equals(SHIFT + settled.id()))
                .toList();
        Map<Counter, Long> posted = new EnumMap<>(Counter.class);
        before.forEach(entry -> posted.merge(entry.counter(), entry.amount(), Long::sum));
        AppliedRule rule = settled.outcome().rule(settled.origin());
        if (!before.isEmpty() && before.get(before.size() - 1).rule() == rule) {
            return List.of();
        }
        Map<Counter, Long> balances = worker.journal().balances(LocalDate.MAX);
        posted.forEach((counter, amount) -> balances.merge(counter, -amount, Long::sum));
        Map<Counter, Long> changes = rules.on(settled.on())
                .outcomes()
                .changes(settled.origin(), settled.outcome(), settled.value(), balances);
        long revision = before.stream().map(Entry::causeKey).distinct().count() + 1;
        List<Entry> entries = new ArrayList<>();
        for (Counter counter : Counter.values()) {
            long amount = changes.getOrDefault(counter, 0L) - posted.getOrDefault(counter, 0L);
            // The main counter tells the outcome even where it changes nothing.
            if (amount != 0 || counter == Counter.MAIN) {
                String key = SHIFT + settled.id() + "/" + revision;
                entries.add(new Entry(counter, amount, settled.on(), now, Cause.BOOKING, key, rule));
            }
        }
        return entries;
    }

    /** Of which shift an entry tells. */
    static String shift(Entry entry) {
        return entry.causeKey().substring(0, entry.causeKey().lastIndexOf('/'));
    }
}
