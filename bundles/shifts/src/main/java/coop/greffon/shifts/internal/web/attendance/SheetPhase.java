package coop.greffon.shifts.internal.web.attendance;

import coop.greffon.shifts.internal.store.slot.Shift;
import coop.greffon.shifts.internal.store.slot.ShiftState;
import java.time.Duration;
import java.time.Instant;

/**
 * How far a shift has come, and so what its sheet is good for.
 *
 * @param opens how long before the start it may be said who came
 * @param mayTell whether it may be said now
 * @param mayClose whether the sheet may be closed now
 */
public record SheetPhase(Duration opens, boolean mayTell, boolean mayClose) {
    static SheetPhase of(Shift shift, Duration opens, Instant now) {
        Instant starts = shift.span().starts();
        return new SheetPhase(
                opens,
                shift.state() != ShiftState.CANCELLED && !now.isBefore(starts.minus(opens)),
                shift.state() == ShiftState.PLANNED && !now.isBefore(starts));
    }

    /** Whether it is still to come: its sheet is there to be read. */
    public boolean isToCome(Shift shift) {
        return shift.state() == ShiftState.PLANNED && !mayTell;
    }
}
