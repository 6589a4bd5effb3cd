package coop.greffon.shifts.internal.rules;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * What a co-op asks for a kind of leave. Days are counted with the first and the last one.
 *
 * @param minDays it lasts so many at least
 * @param maxDays and so many at most, null for no limit
 * @param needsEnd whether its last day is said from the beginning
 * @param usualDays how long it lasts where nobody says so, null where that is open
 * @param losesPlaceAfterDays one that lasts so many days or has no end frees the fixed places; null for never
 * @param document what is to be shown, null for nothing
 */
public record LeaveTerms(
        int minDays,
        Integer maxDays,
        boolean needsEnd,
        Integer usualDays,
        Integer losesPlaceAfterDays,
        Document document) {
    /** Nothing is asked. */
    public static final LeaveTerms NONE = new LeaveTerms(1, null, false, null, null, null);

    /**
     * A document to be shown.
     *
     * @param dueAfterDays so many days after the first one it is asked for
     * @param voidAfterDays and so many after it the leave ends where nobody has seen it
     */
    public record Document(int dueAfterDays, int voidAfterDays) {
        public Document {
            if (dueAfterDays < 1 || voidAfterDays <= dueAfterDays) {
                throw new IllegalArgumentException("a document due after " + dueAfterDays
                        + " days, without which a leave ends after " + voidAfterDays);
            }
        }
    }

    /** Why days are none of such a leave. */
    public enum Fault {
        END_MISSING,
        TOO_SHORT,
        TOO_LONG
    }

    /** The last day: that which was said, or else the usual one; null where it is open. */
    public LocalDate last(LocalDate from, LocalDate to) {
        return to == null && usualDays != null ? from.plusDays(usualDays - 1L) : to;
    }

    /**
     * What is wrong with some days; empty where nothing is.
     *
     * @param to null where the end is open
     */
    public Optional<Fault> fault(LocalDate from, LocalDate to) {
        if (to == null) {
            return needsEnd ? Optional.of(Fault.END_MISSING) : Optional.empty();
        }
        if (days(from, to) < minDays) {
            return Optional.of(Fault.TOO_SHORT);
        }
        return maxDays != null && days(from, to) > maxDays ? Optional.of(Fault.TOO_LONG) : Optional.empty();
    }

    /**
     * Whether the fixed places are given to others.
     *
     * @param to null where the end is open
     */
    public boolean freesPlaces(LocalDate from, LocalDate to) {
        return losesPlaceAfterDays != null && (to == null || days(from, to) >= losesPlaceAfterDays);
    }

    private static long days(LocalDate from, LocalDate to) {
        return ChronoUnit.DAYS.between(from, to) + 1;
    }
}
