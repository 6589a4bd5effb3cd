package coop.greffon.shifts.internal.rules.booking;

import java.util.List;

/**
 * Why a seat cannot be taken, given back or handed on.
 *
 * @param facts what the sentence tells: days, numbers, durations
 */
public record Refusal(Kind kind, List<Object> facts) {
    /** Which rule says no. */
    public enum Kind {
        CANCELLED,
        STARTED,
        TOO_LATE,
        BEFORE_START,
        LEFT,
        ON_LEAVE,
        ALREADY_THERE,
        FULL,
        HELD,
        ONE_LEFT,
        SKILL,
        OVERLAP,
        DAY_LIMIT,
        WINDOW_LIMIT,
        NOTHING_TO_MAKE_UP,
        BEYOND_DUE,
        BEGINNER_ALONE,
        FIXED_PLACE,
        ONLY_STAFF
    }

    public Refusal {
        facts = List.copyOf(facts);
    }

    static Refusal of(Kind kind, Object... facts) {
        return new Refusal(kind, List.of(facts));
    }
}
