package coop.greffon.shifts.internal.rules;

/**
 * When a debt becomes an alert, and an alert a suspension.
 *
 * @param at an alert begins when the main counter is at most this
 * @param clearedAt and ends when it is at least this, and no compensation is owed
 * @param days how many days after the first one it lasts
 * @param lastDayIncluded whether that last day belongs to it
 * @param onLeave what becomes of it during a leave whose kind pauses alerts
 */
public record Alert(long at, long clearedAt, int days, boolean lastDayIncluded, OnLeave onLeave) {
    /** What becomes of an alert during a leave. */
    public enum OnLeave {
        /** Its days go on. */
        RUNS,
        /** The days of the leave are not counted. */
        PAUSES,
        /** It begins anew after the leave. */
        RESTARTS
    }

    public Alert {
        if (clearedAt <= at) {
            throw new IllegalArgumentException("an alert that begins at " + at + " cannot end at " + clearedAt);
        }
    }

    /** How many days lie between the first day and the last. */
    int span() {
        return lastDayIncluded ? days : days - 1;
    }
}
