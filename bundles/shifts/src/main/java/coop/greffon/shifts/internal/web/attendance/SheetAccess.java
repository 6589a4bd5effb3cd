package coop.greffon.shifts.internal.web.attendance;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.NotFound;
import coop.greffon.shifts.internal.reader.OwnAccounts;
import coop.greffon.shifts.internal.store.slot.ShiftCalendar.Sheet;
import coop.greffon.web.Visit;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Who may open which sheet: that of a shift one is on, or any for the office. */
public final class SheetAccess {
    private SheetAccess() {}

    /**
     * A sheet the reader may open.
     *
     * @throws coop.greffon.core.problem.Forbidden where they may not
     */
    public static Sheet require(Visit visit, OwnAccounts accounts, Sheet sheet) {
        OptionalLong member = accounts.find(visit);
        boolean isOwn =
                member.isPresent() && sheet.present().stream().anyMatch(seat -> seat.memberId() == member.getAsLong());
        if (!isOwn) {
            visit.require(SheetListPages.OFFICE);
        }
        return sheet;
    }

    /** Whether the reader may close a sheet that tells people absent while the shift goes on. */
    public static boolean mayCloseEarly(Visit visit) {
        return visit.may(SheetListPages.OFFICE);
    }

    /**
     * Insists that a seat is on a sheet.
     *
     * @throws NotFound where it is not
     */
    public static void requireOn(Sheet sheet, long bookingId) {
        boolean isOn = Stream.concat(sheet.present().stream(), sheet.gone().stream())
                .anyMatch(seat -> seat.booking().id() == bookingId);
        if (!isOn) {
            throw new NotFound(Text.of("shifts.booking.unknown"));
        }
    }
}
