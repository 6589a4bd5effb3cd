package coop.greffon.shifts.internal.store;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Days for which something was decided about somebody.
 *
 * @param id null until it is stored
 * @param to the last day, null where it is not known yet
 * @param note why, null for nothing
 * @param withdrawnAt when it was taken back, null where it was not
 */
public record Period(
        Long id, PeriodKind kind, LocalDate from, LocalDate to, String note, Instant recordedAt, Instant withdrawnAt) {
    boolean overlaps(LocalDate otherFrom, LocalDate otherTo) {
        return (to == null || !otherFrom.isAfter(to)) && (otherTo == null || !otherTo.isBefore(from));
    }
}
