package coop.greffon.shifts.internal.store.slot;

/** What became of a seat that was kept for somebody. */
public enum HoldState {
    HELD,
    ACCEPTED,
    REFUSED,
    /** Nothing was said in time. */
    LAPSED
}
