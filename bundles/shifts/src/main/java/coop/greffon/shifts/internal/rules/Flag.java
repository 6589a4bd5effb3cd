package coop.greffon.shifts.internal.rules;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Something decided about somebody that holds by itself.
 *
 * @param kind {@link StatusCode#FORMER}, {@link StatusCode#BLOCKED} or {@link StatusCode#STRUCK_OFF}
 * @param to the last day, null while it holds
 */
public record Flag(StatusCode kind, LocalDate from, LocalDate to, Instant recordedAt) implements Recorded {
    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }
}
