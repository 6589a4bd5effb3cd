package coop.greffon.shifts.internal.store.exchange;

/** What became of a seat that was offered for another, or of what was answered to it. */
public enum ExchangeState {
    OPEN,
    /** Both seats have changed hands. */
    DONE,
    REFUSED,
    WITHDRAWN,
    /** A seat is no longer to be had, the time for it has passed, or another answer was taken. */
    OVER
}
