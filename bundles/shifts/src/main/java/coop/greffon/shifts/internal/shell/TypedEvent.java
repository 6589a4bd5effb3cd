package coop.greffon.shifts.internal.shell;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.shifts.internal.rules.LeaveType;
import coop.greffon.shifts.internal.rules.Origin;
import coop.greffon.shifts.internal.rules.Outcome;
import coop.greffon.shifts.internal.rules.Rules;
import coop.greffon.shifts.internal.rules.Simulation.Away;
import coop.greffon.shifts.internal.rules.Simulation.Event;
import coop.greffon.shifts.internal.rules.Simulation.Granted;
import coop.greffon.shifts.internal.rules.Simulation.Shift;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** Something that happens, as a referent types it: {@code absent:2027-03-05}. */
final class TypedEvent {
    private static final String EVENTS = "events";

    private TypedEvent() {}

    static Event of(String typed, Rules rules) {
        String[] parts = typed.split(":", -1);
        if (parts.length < 2 || parts.length > 3) {
            throw unknown(typed);
        }
        LocalDate on = day(EVENTS, parts[1]);
        if (parts.length == 3) {
            return lasting(typed, parts[0], on, day(EVENTS, parts[2]));
        }
        // Whoever owes nothing by itself has a place of their own; the others choose.
        Origin own = rules.debit() == null ? Origin.FIXED_PLACE : Origin.FREE;
        long value = rules.outcomes().ordinary();
        return switch (parts[0]) {
            case "attended" -> new Shift(on, own, Outcome.ATTENDED, value);
            case "excused" -> new Shift(on, own, Outcome.EXCUSED, value);
            case "absent" -> new Shift(on, own, Outcome.ABSENT, value);
            case "absent-twice" -> new Shift(on, own, Outcome.ABSENT_TWICE, value);
            case "made-up" -> new Shift(on, Origin.MAKE_UP, Outcome.ATTENDED, value);
            case "make-up-missed" -> new Shift(on, Origin.MAKE_UP, Outcome.ABSENT, value);
            default -> throw unknown(typed);
        };
    }

    private static Event lasting(String typed, String what, LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            throw new InvalidInput(FieldError.of(EVENTS, typed, Text.of("shifts.console.order", from, to)));
        }
        return switch (what) {
            case "grace" -> new Granted(from, to);
            case "leave" -> new Away(from, to, LeaveType.HOLIDAY);
            case "exemption" -> new Away(from, to, LeaveType.EXEMPTION);
            default -> throw unknown(typed);
        };
    }

    private static InvalidInput unknown(String typed) {
        return new InvalidInput(FieldError.of(EVENTS, typed, Text.of("shifts.console.event")));
    }

    /** A day as programs write it. */
    static LocalDate day(String field, String typed) {
        // Four digits: whoever types more means no year that a co-op will see.
        if (!typed.matches("[12]\\d{3}-\\d\\d-\\d\\d")) {
            throw notADay(field, typed);
        }
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeParseException none) {
            throw notADay(field, typed);
        }
    }

    private static InvalidInput notADay(String field, String typed) {
        return new InvalidInput(FieldError.of(field, typed, Text.of("shifts.console.day")));
    }
}
