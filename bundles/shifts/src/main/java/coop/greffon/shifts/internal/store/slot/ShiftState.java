package coop.greffon.shifts.internal.store.slot;

/** How far a shift is. */
public enum ShiftState {
    PLANNED,
    /** It does not take place. */
    CANCELLED,
    /** It is told who came. */
    CLOSED
}
