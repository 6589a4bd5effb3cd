package coop.greffon.shifts.internal.rules;

import java.time.Duration;

/**
 * How it is told who came.
 *
 * @param opens how long before the start the sheet is ready
 * @param assumed what the sheet says of whoever nobody has seen; null where that must be told before it is closed
 */
public record AttendanceTerms(Duration opens, Outcome assumed) {
    static AttendanceTerms assuming(Outcome assumed) {
        return new AttendanceTerms(Duration.ofMinutes(15), assumed);
    }
}
