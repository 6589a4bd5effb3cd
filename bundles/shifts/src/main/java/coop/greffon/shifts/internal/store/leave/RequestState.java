package coop.greffon.shifts.internal.store.leave;

/** What became of a leave somebody asked for. */
public enum RequestState {
    /** Nobody has decided. */
    ASKED,
    APPROVED,
    REFUSED,
    /** Whoever asked for it no longer does. */
    WITHDRAWN
}
