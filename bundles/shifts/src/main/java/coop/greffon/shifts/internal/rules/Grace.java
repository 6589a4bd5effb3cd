package coop.greffon.shifts.internal.rules;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A temporary right to shop in spite of a debt.
 *
 * @param to the last day
 */
public record Grace(LocalDate from, LocalDate to, Instant recordedAt) implements Recorded {
    public Grace {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a grace that ends on " + to + " cannot begin on " + from);
        }
    }

    boolean covers(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
