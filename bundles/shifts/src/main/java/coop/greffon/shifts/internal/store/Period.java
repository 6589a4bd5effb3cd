package coop.greffon.shifts.internal.store;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Days for which something was decided about somebody.
 *
 * @param id null until it is stored
 * @param to the last day, null where it is not known yet
 * @param note why, null for nothing
 * @param placesEnd the last day of the fixed places it frees, null where it frees none
 * @param document what is to be shown for it, null for nothing
 * @param withdrawnAt when it was taken back, null where it was not
 */
public record Period(
        Long id,
        PeriodKind kind,
        LocalDate from,
        LocalDate to,
        String note,
        LocalDate placesEnd,
        Document document,
        Instant recordedAt,
        Instant withdrawnAt) {
    /**
     * A document to be shown. It is looked at and not kept.
     *
     * @param due the day on which it is asked for
     * @param voidOn the day on which the leave is over where nobody saw it
     * @param seen when somebody saw it, null where nobody did
     */
    public record Document(LocalDate due, LocalDate voidOn, LocalDate seen) {
        /** Whether it is still to be shown. */
        public boolean isMissing() {
            return seen == null;
        }
    }

    boolean overlaps(LocalDate otherFrom, LocalDate otherTo) {
        return (to == null || !otherFrom.isAfter(to)) && (otherTo == null || !otherTo.isBefore(from));
    }
}
