package coop.greffon.shifts.internal.web.portal;

import coop.greffon.shifts.internal.rules.Comes;
import coop.greffon.shifts.internal.rules.booking.Refusal;
import coop.greffon.shifts.internal.store.slot.Booking;
import coop.greffon.shifts.internal.store.slot.BookingState;
import coop.greffon.shifts.internal.store.slot.ListedShift;
import coop.greffon.shifts.internal.store.slot.ShiftCalendar.BookedSeat;
import coop.greffon.shifts.internal.store.slot.ShiftCalendar.Sheet;
import java.util.List;
import java.util.Map;

/**
 * A shift as its page shows it.
 *
 * @param own the seats of the reader's account: one, or two where two of the household come
 * @param other who of the household could come as well, as the reader says it; null for nobody
 * @param isWorker whether the reader does shifts
 * @param refusals why the reader cannot take a seat; none where they can, or have one
 * @param sought the seats whose workers look for a stand-in
 * @param names of those workers, short
 * @param choices who may come on the reader's account, as the reader says it
 */
public record ShiftView(
        Sheet sheet,
        List<Own> own,
        Comes other,
        boolean isWorker,
        List<Refusal> refusals,
        List<BookedSeat> sought,
        Map<Long, String> names,
        List<Comes> choices) {
    /** A seat, and who comes to it, as the reader says it. */
    public record Own(Booking booking, Comes comes) {}

    public ShiftView {
        own = List.copyOf(own);
        choices = List.copyOf(choices);
        refusals = List.copyOf(refusals);
        sought = List.copyOf(sought);
        names = Map.copyOf(names);
    }

    /** How full it is. */
    public ListedShift listed() {
        int seeking = (int) sheet.present().stream()
                .filter(seat -> seat.booking().state() == BookingState.SEEKING)
                .count();
        return new ListedShift(
                sheet.shift(), sheet.seats().size(), sheet.present().size(), seeking, sheet.held());
    }

    /** What somebody is called. */
    public String name(BookedSeat seat) {
        return names.getOrDefault(seat.memberId(), "");
    }
}
