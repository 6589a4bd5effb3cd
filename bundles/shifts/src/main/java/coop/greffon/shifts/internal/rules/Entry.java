package coop.greffon.shifts.internal.rules;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A line of somebody's journal. It is never changed; a correction is another line.
 *
 * @param amount minutes or hundredths of a shift, as the rules say; zero for a debit that was skipped, and its reason
 * @param effectiveOn the day it is about
 * @param causeKey unique among the entries of an account: what was posted once is not posted again
 * @param told what was told of a shift, null where the entry is about none
 */
public record Entry(
        Counter counter,
        long amount,
        LocalDate effectiveOn,
        Instant recordedAt,
        Cause cause,
        String causeKey,
        AppliedRule rule,
        Told told)
        implements Recorded {

    /**
     * What became of a shift, as it was told.
     *
     * @param value what the shift counts, in the unit of the rules
     */
    public record Told(Origin origin, Outcome outcome, long value) {}

    /** An entry that is about no shift. */
    static Entry of(
            Counter counter, long amount, LocalDate on, Instant now, Cause cause, String causeKey, AppliedRule rule) {
        return new Entry(counter, amount, on, now, cause, causeKey, rule, null);
    }
}
