package coop.greffon.shifts.internal.store.exchange;

/** What became of a request to come instead. */
public enum AskState {
    ASKED,
    ACCEPTED,
    REFUSED,
    WITHDRAWN,
    /** Nothing was answered until the seat was no longer to be had. */
    OVER
}
