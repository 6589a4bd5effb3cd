package coop.greffon.shifts.internal.web.attendance;

import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.problem.Problem;
import coop.greffon.shifts.internal.store.booking.JpaAttendance.Added;

/** What a sheet says of those who come without a seat or instead of another. */
final class SheetWords {
    private SheetWords() {}

    /** The message that says what came of writing somebody down. */
    static String added(Added added) {
        return "shifts.done.walk-in" + (added.exempt() ? "-exempt" : "") + (added.counts() ? "" : "-nothing");
    }

    /** The same problem, where it is about a person at the field that their number was typed into. */
    static Problem at(String field, Problem problem) {
        return problem instanceof InvalidInput
                ? new InvalidInput(problem.errors().stream()
                        .map(error -> error.field().equals("memberId")
                                ? new FieldError(field, error.value(), error.message(), error.remedy())
                                : error)
                        .toList())
                : problem;
    }
}
