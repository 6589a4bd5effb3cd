package coop.greffon.shifts.internal.rules;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Days on which somebody owes nothing.
 *
 * @param to the last day, null where it is not known yet
 */
public record Leave(LeaveType type, LocalDate from, LocalDate to, Instant recordedAt) implements Recorded {
    public Leave {
        if (to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("a leave that ends on " + to + " cannot begin on " + from);
        }
    }

    boolean covers(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }
}
