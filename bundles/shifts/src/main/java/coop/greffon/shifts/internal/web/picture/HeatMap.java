package coop.greffon.shifts.internal.web.picture;

import coop.greffon.shifts.internal.store.slot.ListedShift;
import coop.greffon.shifts.internal.store.slot.ShiftState;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/**
 * How full the days of the coming weeks are.
 *
 * @param weeks the Mondays of the weeks, each a column
 * @param rows a weekday each
 */
public record HeatMap(List<LocalDate> weeks, List<Row> rows) {
    /** A weekday in each of the weeks. */
    public record Row(DayOfWeek weekday, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * A day.
     *
     * @param shifts how many take place
     * @param seats how many seats they have
     * @param taken how many of them somebody has
     * @param lacking how many people are missing to what the shifts need
     */
    public record Cell(LocalDate day, int shifts, int seats, int taken, int lacking) {
        /** Which part of the seats is taken, from 0 to 1. */
        public double part() {
            return seats == 0 ? 0 : (double) taken / seats;
        }
    }

    public HeatMap {
        weeks = List.copyOf(weeks);
        rows = List.copyOf(rows);
    }

    /** The weeks from that of a day on. */
    static HeatMap of(LocalDate day, int weeks, List<ListedShift> shifts) {
        LocalDate first = monday(day);
        List<LocalDate> mondays = new ArrayList<>();
        for (int week = 0; week < weeks; week++) {
            mondays.add(first.plusWeeks(week));
        }
        List<Row> rows = new ArrayList<>();
        for (DayOfWeek weekday : DayOfWeek.values()) {
            List<Cell> cells = mondays.stream()
                    .map(monday -> cell(monday.plusDays(weekday.getValue() - 1L), shifts))
                    .toList();
            if (cells.stream().anyMatch(cell -> cell.shifts() > 0)) {
                rows.add(new Row(weekday, cells));
            }
        }
        return new HeatMap(mondays, rows);
    }

    static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private static Cell cell(LocalDate day, List<ListedShift> shifts) {
        List<ListedShift> of = shifts.stream()
                .filter(listed -> listed.shift().day().equals(day))
                .filter(listed -> listed.shift().state() != ShiftState.CANCELLED)
                .toList();
        return new Cell(
                day,
                of.size(),
                of.stream().mapToInt(ListedShift::seats).sum(),
                of.stream().mapToInt(ListedShift::taken).sum(),
                of.stream().mapToInt(ListedShift::lacking).sum());
    }
}
