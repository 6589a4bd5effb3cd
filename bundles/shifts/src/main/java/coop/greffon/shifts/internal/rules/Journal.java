package coop.greffon.shifts.internal.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Somebody's entries by the day they are about. What is recorded late stands where it belongs.
 *
 * @param entries of one day in the order in which they were recorded
 */
public record Journal(List<Entry> entries) {
    public static final Journal EMPTY = new Journal(List.of());

    public Journal {
        entries = entries.stream()
                .sorted(Comparator.comparing(Entry::effectiveOn))
                .toList();
    }

    Journal with(List<Entry> more) {
        List<Entry> all = new ArrayList<>(entries);
        all.addAll(more);
        return new Journal(all);
    }

    Journal known(Instant until) {
        return new Journal(entries.stream()
                .filter(entry -> !entry.recordedAt().isAfter(until))
                .toList());
    }

    /** What is on a counter at the end of a day. */
    public long balance(Counter counter, LocalDate day) {
        long balance = 0;
        for (Entry entry : entries) {
            if (entry.effectiveOn().isAfter(day)) {
                break;
            }
            if (entry.counter() == counter) {
                balance += entry.amount();
            }
        }
        return balance;
    }

    /** What is on the counters at the end of a day. */
    public Map<Counter, Long> balances(LocalDate day) {
        Map<Counter, Long> balances = new EnumMap<>(Counter.class);
        for (Counter counter : Counter.values()) {
            balances.put(counter, balance(counter, day));
        }
        return balances;
    }

    /** Whether something of a day before that of an entry was recorded after it. */
    boolean isOvertaken(Entry entry) {
        return entries.stream()
                .takeWhile(one -> one.effectiveOn().isBefore(entry.effectiveOn()))
                .anyMatch(one -> one.recordedAt().isAfter(entry.recordedAt()));
    }

    boolean has(String causeKey) {
        return entries.stream().anyMatch(entry -> entry.causeKey().equals(causeKey));
    }
}
