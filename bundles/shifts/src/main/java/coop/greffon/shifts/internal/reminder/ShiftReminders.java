package coop.greffon.shifts.internal.reminder;

import coop.greffon.core.mail.Letter;
import coop.greffon.core.mail.Letter.Link;
import coop.greffon.core.message.Text;
import coop.greffon.shifts.internal.setting.RulesInForce;
import coop.greffon.shifts.internal.store.slot.ListedShift;
import coop.greffon.shifts.internal.store.slot.Shift;
import coop.greffon.shifts.internal.store.slot.ShiftCalendar;
import coop.greffon.shifts.internal.store.slot.ShiftCalendar.BookedSeat;
import coop.greffon.shifts.internal.store.slot.ShiftCalendar.MovedSeat;
import coop.greffon.shifts.internal.store.slot.ShiftState;
import coop.greffon.shifts.internal.store.slot.Skills;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
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
    private final Clock clock;

    @Activate
    public ShiftReminders(
            @Reference ShiftCalendar shifts,
            @Reference RulesInForce rules,
            @Reference Postman postman,
            @Reference SeatFiles files,
            @Reference Clock clock) {
        this.shifts = shifts;
        this.rules = rules;
        this.postman = postman;
        this.files = files;
        this.clock = clock;
    }

    /** Everything that is to be written on a day; each tells whether it was. Asked again, nothing is written twice. */
    List<BooleanSupplier> due(LocalDate day) {
        int days = rules.remindDays(day);
        List<BooleanSupplier> due = new ArrayList<>();
        if (days > 0) {
            LocalDate on = day.plusDays(days);
            shifts.between(on, on).forEach(listed -> due.addAll(reminders(listed.shift())));
            shifts.moved(day, on.minusDays(1)).stream()
                    .filter(moved -> isAfterReminder(moved, days)
                            && !moved.shift().span().starts().isBefore(clock.instant()))
                    .forEach(moved -> due.add(() -> remind(moved.shift(), moved.seat())));
        }
        shifts.between(day.minusDays(1), day.minusDays(1)).stream()
                .map(ListedShift::shift)
                .filter(shift -> shift.state() == ShiftState.PLANNED)
                .forEach(shift -> due.addAll(asksToClose(shift)));
        return due;
    }

    private boolean isAfterReminder(MovedSeat moved, int days) {
        LocalDate movedOn = LocalDate.ofInstant(moved.movedAt(), clock.getZone());
        return !movedOn.isBefore(moved.shift().day().minusDays(days));
    }

    private List<BooleanSupplier> reminders(Shift shift) {
        return shifts.sheet(shift.id()).present().stream()
                .filter(seat -> seat.booking().state().isOpen())
                .map(seat -> (BooleanSupplier) () -> remind(shift, seat))
                .toList();
    }

    /** Once for the hours at which the shift takes place: at others somebody is reminded again. */
    private boolean remind(Shift shift, BookedSeat seat) {
        long booking = seat.booking().id();
        return postman.writeToWhoComes(
                seat.memberId(),
                seat.booking().comes(),
                Text.of("shifts.letter.shift.title", Letter.COOP, shift.day()),
                Text.of(
                        "shifts.letter.shift.text",
                        shift.day(),
                        postman.hour(shift.span().starts()),
                        shift.job()),
                new Link(Text.of("shifts.letter.cannot"), "/shifts/mine/" + booking),
                "shifts.remind/" + booking + "/" + shift.span().starts(),
                language -> files.of(booking, language));
    }

    /** Whoever leads closes it. */
    private List<BooleanSupplier> asksToClose(Shift shift) {
        return shifts.sheet(shift.id()).seats().stream()
                .filter(seat -> Skills.LEADER.equals(seat.skill()) && seat.booking() != null)
                .map(seat -> (BooleanSupplier) () -> askToClose(shift, seat.booking()))
                .toList();
    }

    private boolean askToClose(Shift shift, BookedSeat seat) {
        return postman.writeToWhoComes(
                seat.memberId(),
                seat.booking().comes(),
                Text.of("shifts.letter.sheet.title", Letter.COOP),
                Text.of("shifts.letter.sheet.text", shift.day(), shift.job()),
                new Link(Text.of("shifts.letter.sheet.open"), "/shifts/sheets/" + shift.id()),
                "shifts.sheet/" + shift.id() + "/" + seat.memberId(),
                Postman.NOTHING);
    }
}
