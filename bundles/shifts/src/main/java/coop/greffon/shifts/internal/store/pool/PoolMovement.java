package coop.greffon.shifts.internal.store.pool;

import java.time.LocalDate;

/**
 * What came into the pool or left it.
 *
 * @param amount above zero where it was given
 * @param memberId who gave or was helped
 */
public record PoolMovement(LocalDate on, long amount, long memberId) {}
