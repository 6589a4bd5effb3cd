package coop.greffon.shifts.internal.store.pool;

/** What became of a request to the pool. */
public enum PoolRequestState {
    ASKED,
    GRANTED,
    REFUSED,
    WITHDRAWN
}
