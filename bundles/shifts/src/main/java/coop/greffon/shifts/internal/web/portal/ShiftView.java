package coop.greffon.shifts.internal.web.portal;

import coop.greffon.members.MemberSummary;
import coop.greffon.shifts.internal.rules.booking.Refusal;
import coop.greffon.shifts.internal.store.slot.BookingState;
import coop.greffon.shifts.internal.store.slot.ListedShift;
import coop.greffon.shifts.internal.store.slot.ShiftCalendar.BookedSeat;
import coop.greffon.shifts.internal.store.slot.ShiftCalendar.Sheet;
import java.util.List;
import java.util.Map;

/**
 * A shift as its page shows it.
 *
 * @param own the reader's seat, null for none
 * @param isWorker whether the reader does shifts
 * @param refusals why the reader cannot take a seat; none where they can, or have one
 * @param sought the seats whose workers look for a stand-in
 * @param names of whoever has a seat
 * @param isHousehold whether the reader lives with somebody who could come
 */
public record ShiftView(
        Sheet sheet,
        BookedSeat own,
        boolean isWorker,
        List<Refusal> refusals,
        List<BookedSeat> sought,
        Map<Long, MemberSummary> names,
        boolean isHousehold) {
    public ShiftView {
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
        MemberSummary known = names.get(seat.memberId());
        return known == null ? "" : known.name();
    }
}
