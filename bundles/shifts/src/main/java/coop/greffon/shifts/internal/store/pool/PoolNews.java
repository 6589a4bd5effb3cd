package coop.greffon.shifts.internal.store.pool;

import coop.greffon.shifts.internal.rules.Unit;

/** Hears what becomes of requests to the pool, in the transaction in which it happens. */
public interface PoolNews {
    /** Somebody is given a shift of the pool. */
    void granted(PoolRequest request, Unit unit);

    /** Somebody is given none. */
    void refused(PoolRequest request);
}
