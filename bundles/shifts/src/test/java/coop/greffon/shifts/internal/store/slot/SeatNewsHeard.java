package coop.greffon.shifts.internal.store.slot;

import coop.greffon.shifts.internal.store.slot.ShiftCalendar.OwnSeat;
import java.util.ArrayList;
import java.util.List;

/** Remembers whom what was told. */
public final class SeatNewsHeard implements SeatNews {
    public final List<Long> stoodInFor = new ArrayList<>();
    public final List<Long> cancelled = new ArrayList<>();
    public final List<Long> again = new ArrayList<>();
    public final List<Long> moved = new ArrayList<>();

    public final List<String> freed = new ArrayList<>();

    @Override
    public void standsIn(long bookingId, long freedMemberId, long memberId, Shift shift) {
        stoodInFor.add(freedMemberId);
    }

    @Override
    public void cancelled(Booking booking, long memberId, Shift shift) {
        cancelled.add(memberId);
    }

    @Override
    public void again(Booking booking, long memberId, Shift shift) {
        again.add(memberId);
    }

    @Override
    public void moved(Booking booking, long memberId, Shift shift) {
        moved.add(memberId);
    }

    @Override
    public void freed(long memberId, List<OwnSeat> seats) {
        freed.add(memberId + " "
                + seats.stream()
                        .map(seat -> seat.shift().day() + " " + seat.booking().comes())
                        .toList());
    }
}
