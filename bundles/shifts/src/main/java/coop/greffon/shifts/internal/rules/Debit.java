package coop.greffon.shifts.internal.rules;

import java.util.Set;

/**
 * What falls due.
 *
 * @param due how much per cycle, in the unit of the rules
 * @param penalty how much more where nothing was done for it; null for nothing more
 * @param skippedIn whoever stands so owes nothing for the cycle
 * @param surplus what becomes of more than may be kept, when a cycle begins
 */
public record Debit(Cycle cycle, long due, Penalty penalty, Set<StatusCode> skippedIn, Surplus surplus) {
    public Debit {
        skippedIn = Set.copyOf(skippedIn);
        if (due < 0) {
            throw new IllegalArgumentException("a debit of " + due);
        }
    }

    /**
     * What a debit that nothing meets takes beyond what is due.
     *
     * @param atMost it is taken where the balance before the debit is at most this
     * @param oncePerEpisode whether it is taken again only after a debit was met, and not while an alert runs
     */
    public record Penalty(long extra, long atMost, boolean oncePerEpisode) {}

    /**
     * What may be kept beyond what is due.
     *
     * @param kept how much stays on the main counter after the debit
     * @param saved whether the rest becomes savings, or else is lost
     */
    public record Surplus(long kept, boolean saved) {}
}
