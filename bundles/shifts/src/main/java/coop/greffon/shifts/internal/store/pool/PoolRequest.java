package coop.greffon.shifts.internal.store.pool;

import java.time.LocalDate;

/**
 * Somebody in debt asks the pool for a shift.
 *
 * @param amount what was granted, in the unit of the rules; of an open one what would be now
 * @param on the day it was asked
 */
public record PoolRequest(long id, long memberId, PoolRequestState state, long amount, LocalDate on) {}
