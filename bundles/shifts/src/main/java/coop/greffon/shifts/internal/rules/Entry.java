package coop.greffon.shifts.internal.rules;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A line of somebody's journal. It is never changed; a correction is another line.
 *
 * @param amount minutes or hundredths of a shift, as the rules say; zero for a debit that was skipped, and its reason
 * @param effectiveOn the day it is about
 * @param causeKey unique among the entries of an account: what was posted once is not posted again
 */
public record Entry(
        Counter counter,
        long amount,
        LocalDate effectiveOn,
        Instant recordedAt,
        Cause cause,
        String causeKey,
        AppliedRule rule)
        implements Recorded {}
