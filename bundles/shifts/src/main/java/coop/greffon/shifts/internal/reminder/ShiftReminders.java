package coop.greffon.shifts.internal.reminder;

import coop.greffon.core.mail.Letter;
import coop.greffon.core.mail.Letter.Link;
import coop.greffon.core.message.Text;
import coop.greffon.shifts.internal.setting.RulesInForce;
import coop.greffon.shifts.internal.store.slot.ListedShift;
import coop.greffon.shifts.internal.store.slot.Shift;
import coop.greffon.shifts.internal.store.slot.ShiftCalendar;
import coop.greffon.shifts.internal.store.slot.ShiftCalendar.BookedSeat;
import coop.greffon.shifts.internal.store.slot.ShiftCalendar.Seat;
import coop.greffon.shifts.internal.store.slot.ShiftState;
import coop.greffon.shifts.internal.store.slot.Skills;
import java.time.LocalDate;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Letters about single shifts: one that comes, one whose sheet nobody closed. */
@Component(service = ShiftReminders.class)
public final class ShiftReminders {
    private final ShiftCalendar shifts;
    private final RulesInForce rules;
    private final Postman postman;
    private final SeatFiles files;

    @Activate
    public ShiftReminders(
            @Reference ShiftCalendar shifts,
            @Reference RulesInForce rules,
            @Reference Postman postman,
            @Reference SeatFiles files) {
        this.shifts = shifts;
        this.rules = rules;
        this.postman = postman;
        this.files = files;
    }

    /** Everything that is to be written on a day. Asked again, nothing is written twice. */
    int write(LocalDate day) {
        int days = rules.remindDays(day);
        int written = 0;
        if (days > 0) {
            LocalDate on = day.plusDays(days);
            for (ListedShift listed : shifts.between(on, on)) {
                written += remind(listed.shift());
            }
        }
        for (ListedShift listed : shifts.between(day.minusDays(1), day.minusDays(1))) {
            written += listed.shift().state() == ShiftState.PLANNED ? askToClose(listed.shift()) : 0;
        }
        return written;
    }

    private int remind(Shift shift) {
        int written = 0;
        for (BookedSeat seat : shifts.sheet(shift.id()).present()) {
            if (seat.booking().state().isOpen()) {
                boolean isWritten = postman.write(
                        seat.memberId(),
                        Text.of("shifts.letter.shift.title", Letter.COOP, shift.day()),
                        Text.of(
                                "shifts.letter.shift.text",
                                shift.day(),
                                postman.hour(shift.span().starts()),
                                shift.job()),
                        new Link(
                                Text.of("shifts.letter.cannot"),
                                "/shifts/mine/" + seat.booking().id()),
                        "shifts.remind/" + seat.booking().id(),
                        language -> files.of(seat.booking().id(), language));
                written += isWritten ? 1 : 0;
            }
        }
        return written;
    }

    /** Whoever leads closes it. */
    private int askToClose(Shift shift) {
        List<Seat> leading = shifts.sheet(shift.id()).seats().stream()
                .filter(seat -> Skills.LEADER.equals(seat.skill()) && seat.booking() != null)
                .toList();
        int written = 0;
        for (Seat seat : leading) {
            boolean isWritten = postman.write(
                    seat.booking().memberId(),
                    Text.of("shifts.letter.sheet.title", Letter.COOP),
                    Text.of("shifts.letter.sheet.text", shift.day(), shift.job()),
                    new Link(Text.of("shifts.letter.sheet.open"), "/shifts/sheets/" + shift.id()),
                    "shifts.sheet/" + shift.id() + "/" + seat.booking().memberId());
            written += isWritten ? 1 : 0;
        }
        return written;
    }
}
