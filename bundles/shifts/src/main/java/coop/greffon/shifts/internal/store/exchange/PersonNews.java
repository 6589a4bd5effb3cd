package coop.greffon.shifts.internal.store.exchange;

import coop.greffon.shifts.internal.store.slot.Shift;

/** Hears what people ask of each other about their seats, in the transaction in which it happens. */
public interface PersonNews {
    /** Somebody asks another to come instead. */
    void asked(Request request);

    /** Whoever was asked says no. */
    void refused(Request request);

    /** The seat is no longer to be had, or whoever asked needs nobody any more. */
    void over(Request request);

    /**
     * Somebody was written down as the one who comes instead, without being asked here.
     *
     * @param bookingId the seat they have now
     */
    void replaces(long bookingId, long memberId, long freedMemberId, Shift shift);
}
