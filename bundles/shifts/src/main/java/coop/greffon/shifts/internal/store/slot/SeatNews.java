package coop.greffon.shifts.internal.store.slot;

import coop.greffon.shifts.internal.store.slot.ShiftCalendar.OwnSeat;
import java.util.List;

/** Hears what happens to seats without their people, in the transaction in which it happens. */
public interface SeatNews {
    /**
     * Somebody comes instead of another.
     *
     * @param bookingId the seat that was handed on
     * @param freedMemberId who no longer comes
     * @param memberId who comes
     */
    void standsIn(long bookingId, long freedMemberId, long memberId, Shift shift);

    /** A shift on which somebody has a seat does not take place. */
    void cancelled(Booking booking, long memberId, Shift shift);

    /** A shift on which somebody has a seat was cancelled, and takes place after all. */
    void again(Booking booking, long memberId, Shift shift);

    /** A shift on which somebody has a seat takes place at other hours. */
    void moved(Booking booking, long memberId, Shift shift);

    /**
     * A leave freed seats of an account.
     *
     * @param memberId the member it is the account of
     * @param seats as they are now, the earliest shift first
     */
    void freed(long memberId, List<OwnSeat> seats);
}
