package coop.greffon.shifts.internal.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** What may be given to the pool of the co-op, and what it may repay. */
public final class SolidarityPool {
    private SolidarityPool() {}

    /**
     * What somebody owes that the pool may repay.
     *
     * @param amount an ordinary shift, or the debt where that is less
     */
    public record Need(Counter counter, long amount) {}

    /** What somebody has done above what was due until a day on all counters, which is all they may give; zero where it is nothing. */
    public static long above(Worker worker, LocalDate today) {
        long toCome = worker.journal().entries().stream()
                .filter(entry ->
                        entry.counter() == Counter.MAIN && entry.effectiveOn().isAfter(today))
                .mapToLong(entry -> Math.min(0, entry.amount()))
                .sum();
        long owed = Math.min(0, worker.journal().balance(Counter.COMPENSATION, today));
        return Math.max(0, worker.journal().balance(Counter.MAIN, today) + toCome + owed);
    }

    /** What the pool may repay of a debt at once: the main counter first; empty where nothing is owed. */
    public static Optional<Need> need(Worker worker, Rules rules, LocalDate today) {
        for (Counter counter : new Counter[] {Counter.MAIN, Counter.COMPENSATION}) {
            long balance = worker.journal().balance(counter, today);
            if (balance < 0) {
                return Optional.of(
                        new Need(counter, Math.min(-balance, rules.outcomes().ordinary())));
            }
        }
        return Optional.empty();
    }

    /** The entry of who gives. */
    public static Entry given(long amount, LocalDate on, Instant now, String causeKey) {
        return Entry.of(Counter.MAIN, -amount, on, now, Cause.TRANSFER, causeKey, AppliedRule.POOL_GIVEN);
    }

    /** The entry of who is helped. */
    public static Entry received(Need need, LocalDate on, Instant now, String causeKey) {
        return Entry.of(need.counter(), need.amount(), on, now, Cause.TRANSFER, causeKey, AppliedRule.POOL_RECEIVED);
    }
}
