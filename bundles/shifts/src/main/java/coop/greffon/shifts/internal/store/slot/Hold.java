package coop.greffon.shifts.internal.store.slot;

import java.time.LocalDate;

/**
 * A seat that is kept for somebody who had it a cycle earlier.
 *
 * @param until the last day on which it is
 */
public record Hold(long id, Shift shift, long memberId, LocalDate until, HoldState state) {}
