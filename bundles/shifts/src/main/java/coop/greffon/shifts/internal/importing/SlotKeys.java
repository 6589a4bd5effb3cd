package coop.greffon.shifts.internal.importing;

import coop.greffon.core.message.Text;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;

/** Reads by what a line says a slot is known: its columns, or its name. */
final class SlotKeys {
    private static final List<Column> DAYS = List.of(
            Column.MONDAY,
            Column.TUESDAY,
            Column.WEDNESDAY,
            Column.THURSDAY,
            Column.FRIDAY,
            Column.SATURDAY,
            Column.SUNDAY);

    private final Weekdays weekdays;

    SlotKeys(Weekdays weekdays) {
        this.weekdays = weekdays;
    }

    /** Null in whatever cannot be understood, and the line says so. */
    SlotKey read(Line line) {
        String job = line.says(Column.JOB) ? line.text(Column.JOB) : null;
        if (line.says(Column.SLOT) && !line.says(Column.WEEKDAY) && !line.says(Column.START)) {
            SlotKey named =
                    line.read(Column.SLOT, cell -> SlotName.read(cell.text()), Text.of("shifts.import.slot-name"));
            return named == null ? null : new SlotKey(job, named.week(), named.weekday(), named.starts());
        }
        Integer week = line.read(Column.WEEK, Weeks::read, Text.of("shifts.import.week"));
        DayOfWeek weekday = weekday(line);
        line.require(Column.START);
        LocalTime starts = line.read(Column.START, Hours::read, Text.of("shifts.import.hour"));
        return new SlotKey(job, week, weekday, starts);
    }

    private DayOfWeek weekday(Line line) {
        if (line.says(Column.WEEKDAY)) {
            Text remedy = Text.of(
                    weekdays.isAmbiguous(line.text(Column.WEEKDAY))
                            ? "shifts.import.weekday-number"
                            : "shifts.import.weekday");
            return line.read(Column.WEEKDAY, cell -> weekdays.read(cell.text()), remedy);
        }
        List<Column> ticked = DAYS.stream()
                .filter(day -> Boolean.TRUE.equals(line.read(day, Answers::yes, Text.of("shifts.import.yes-or-no"))))
                .toList();
        if (ticked.size() == 1) {
            return DayOfWeek.of(DAYS.indexOf(ticked.get(0)) + 1);
        }
        if (ticked.isEmpty()) {
            line.require(Column.WEEKDAY);
        } else {
            line.refuse(ticked.get(1), Text.of("shifts.import.one-day"));
        }
        return null;
    }
}
