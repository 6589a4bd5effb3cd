package coop.greffon.shifts.internal.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The entries by which what is beyond is lost or saved when a cycle begins, and savings pay what is owed. */
final class Surpluses {
    private static final Set<Outcome> MISSED = EnumSet.of(Outcome.ABSENT, Outcome.ABSENT_TWICE);

    private Surpluses() {}

    /**
     * What becomes of a surplus, and of a debt that savings can pay.
     *
     * @param after what is on the main counter after the debit
     */
    static List<Entry> of(Worker worker, Debit.Surplus surplus, LocalDate day, long after, Instant now) {
        String key = key(day);
        String ofSavings = ofSavings(key);
        if (after > surplus.kept()) {
            long rest = after - surplus.kept();
            AppliedRule rule = surplus.saved() ? AppliedRule.SURPLUS_SAVED : AppliedRule.SURPLUS_LOST;
            Entry taken = Entry.of(Counter.MAIN, -rest, day, now, Cause.REGULATE, key, rule);
            return surplus.saved()
                    ? List.of(taken, Entry.of(Counter.SAVINGS, rest, day, now, Cause.REGULATE, ofSavings, rule))
                    : List.of(taken);
        }
        long savings = worker.journal().balance(Counter.SAVINGS, day.minusDays(1));
        if (after < 0 && savings > 0 && surplus.saved() && !missedSinceLastCycle(worker, day)) {
            long paid = Math.min(savings, -after);
            AppliedRule rule = AppliedRule.SAVINGS_PAID;
            return List.of(
                    Entry.of(Counter.SAVINGS, -paid, day, now, Cause.TRANSFER, ofSavings, rule),
                    Entry.of(Counter.MAIN, paid, day, now, Cause.TRANSFER, key, rule));
        }
        return List.of();
    }

    /**
     * By how much that changes, by what was recorded after the debit of days before it; nothing where nothing was. The debit itself stays.
     *
     * @param surplus null where everything is kept
     * @param debit as it was posted
     */
    static List<Entry> recounted(Worker worker, Debit.Surplus surplus, Entry debit, Instant now) {
        if (surplus == null || !worker.journal().isOvertaken(debit)) {
            return List.of();
        }
        LocalDate day = debit.effectiveOn();
        List<Entry> ofTheDay = worker.journal().entries().stream()
                .filter(entry -> entry.effectiveOn().equals(day))
                .toList();
        List<Entry> posted = ofTheDay.stream()
                .filter(entry -> entry.causeKey().startsWith(key(day)))
                .toList();
        long taken = sum(
                ofTheDay.stream().filter(entry -> entry.cause() == Cause.CYCLE).toList(), Counter.MAIN);
        long after = worker.journal().balance(Counter.MAIN, day.minusDays(1)) + taken;
        List<Entry> due = of(worker, surplus, day, after, now);
        String key = key(day) + "/" + (posted.size() + 1);
        AppliedRule rule = surplus.saved() ? AppliedRule.SAVINGS_RECOUNTED : AppliedRule.SURPLUS_RECOUNTED;
        List<Entry> recounted = new ArrayList<>();
        for (Counter counter : List.of(Counter.MAIN, Counter.SAVINGS)) {
            long change = sum(due, counter) - sum(posted, counter);
            if (change != 0) {
                String own = counter == Counter.MAIN ? key : ofSavings(key);
                recounted.add(Entry.of(counter, change, day, now, Cause.REGULATE, own, rule));
            }
        }
        return recounted;
    }

    private static long sum(List<Entry> entries, Counter counter) {
        return entries.stream()
                .filter(entry -> entry.counter() == counter)
                .mapToLong(Entry::amount)
                .sum();
    }

    private static String key(LocalDate day) {
        return Debits.key(day) + ":surplus";
    }

    private static String ofSavings(String key) {
        return key + ":" + Counter.SAVINGS;
    }

    private static boolean missedSinceLastCycle(Worker worker, LocalDate day) {
        LocalDate last = worker.journal().entries().stream()
                .filter(entry ->
                        entry.cause() == Cause.CYCLE && entry.effectiveOn().isBefore(day))
                .map(Entry::effectiveOn)
                .reduce((earlier, later) -> later)
                .orElse(worker.start());
        return Postings.outcomes(worker.journal().entries().stream()
                        .filter(entry -> !entry.effectiveOn().isBefore(last)
                                && entry.effectiveOn().isBefore(day)))
                .values()
                .stream()
                .anyMatch(MISSED::contains);
    }
}
