package coop.greffon.shifts.internal.rules.booking;

import coop.greffon.shifts.internal.rules.StatusCode;
import coop.greffon.shifts.internal.rules.slot.Span;
import java.time.LocalDate;
import java.util.List;

/**
 * Whoever would like to come.
 *
 * @param start the day from which they work
 * @param standing how they stand on the day of the shift, by what is known now
 * @param leaveEnds the last day of a leave they are on that day, null for none or one without an end
 * @param owes whether they owe a make-up
 * @param dueLeft how much is still due from them in that cycle beyond what they took, in the unit of the rules; null where the rules do not
 *     look at it
 * @param isBeginner whether they never did a shift
 * @param seats what they have taken, on other shifts too
 */
public record Applicant(
        LocalDate start,
        StatusCode standing,
        LocalDate leaveEnds,
        boolean owes,
        Long dueLeft,
        boolean isBeginner,
        List<Taken> seats) {
    /** A seat they have; that of the wanted shift itself among them. */
    public record Taken(LocalDate day, Span span, boolean isWanted) {}

    public Applicant {
        seats = List.copyOf(seats);
    }
}
