package coop.greffon.shifts.internal.store.booking;

import coop.greffon.shifts.internal.store.slot.Shift;

/** Hears that somebody comes instead of another, in the transaction in which it happens. */
public interface StandInNews {
    /**
     * Somebody comes instead of another.
     *
     * @param bookingId the seat that was handed on
     * @param freedMemberId who no longer comes
     * @param memberId who comes
     */
    void standsIn(long bookingId, long freedMemberId, long memberId, Shift shift);
}
