package coop.greffon.shifts.internal.store.slot;

import coop.greffon.shifts.internal.rules.Comes;
import coop.greffon.shifts.internal.rules.Origin;

/**
 * A seat somebody took.
 *
 * @param workerId for whom it counts
 * @param seated whether the seat is theirs now
 * @param walkIn whether they came without a seat
 * @param note what was said of it, null for nothing
 * @param takenOverBy the booking of whoever comes instead, null for nobody
 * @param revision how often it changed whether they come, or when: programs that show it take the highest
 */
public record Booking(
        long id,
        long shiftId,
        long seatId,
        long workerId,
        Origin origin,
        BookingState state,
        Comes comes,
        boolean seated,
        boolean late,
        boolean walkIn,
        String note,
        Long takenOverBy,
        int revision) {
    /** The same, to which somebody else of the household comes. */
    Booking with(Comes who) {
        return new Booking(
                id, shiftId, seatId, workerId, origin, state, who, seated, late, walkIn, note, takenOverBy, revision);
    }
}
