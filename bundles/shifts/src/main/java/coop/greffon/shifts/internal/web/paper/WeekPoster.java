package coop.greffon.shifts.internal.web.paper;

import coop.greffon.members.Member;
import coop.greffon.shifts.internal.store.slot.BookingState;
import coop.greffon.shifts.internal.store.slot.Shift;
import coop.greffon.shifts.internal.store.slot.ShiftCalendar.BookedSeat;
import coop.greffon.shifts.internal.store.slot.ShiftCalendar.Seat;
import coop.greffon.shifts.internal.store.slot.ShiftCalendar.Sheet;
import coop.greffon.shifts.internal.store.slot.ShiftState;
import coop.greffon.shifts.internal.words.ShortName;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The shifts of a week as they hang on the wall.
 *
 * @param days the days on which there is one, each a column
 * @param rows a job at certain hours each, by job and then by hour
 */
public record WeekPoster(LocalDate monday, List<LocalDate> days, List<Row> rows) {
    /**
     * A job at certain hours.
     *
     * @param cells one for each day
     */
    public record Row(String job, LocalTime starts, LocalTime ends, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /** What there is of it on a day: nothing, one shift, or several. */
    public record Cell(List<Held> shifts) {
        public Cell {
            shifts = List.copyOf(shifts);
        }
    }

    /**
     * A shift.
     *
     * @param takesPlace whether it does
     */
    public record Held(boolean takesPlace, List<Place> places) {
        public Held {
            places = List.copyOf(places);
        }
    }

    /**
     * A seat.
     *
     * @param name who comes, null for nobody yet
     * @param skill what it asks for, null for nothing
     * @param isSought whether whoever has it looks for somebody to come instead
     */
    public record Place(String name, String skill, boolean isSought) {}

    private record Key(String job, LocalTime starts, LocalTime ends) {}

    public WeekPoster {
        days = List.copyOf(days);
        rows = List.copyOf(rows);
    }

    /**
     * The poster.
     *
     * @param sheets the shifts of that week
     * @param people whoever has a seat
     */
    static WeekPoster of(LocalDate monday, List<Sheet> sheets, Map<Long, Member> people, ZoneId zone) {
        List<LocalDate> days = sheets.stream()
                .map(sheet -> sheet.shift().day())
                .distinct()
                .sorted()
                .toList();
        Map<Key, List<Sheet>> byRow = new TreeMap<>(
                Comparator.comparing(Key::job).thenComparing(Key::starts).thenComparing(Key::ends));
        sheets.forEach(sheet -> byRow.computeIfAbsent(key(sheet.shift(), zone), none -> new ArrayList<>())
                .add(sheet));
        List<Row> rows = byRow.entrySet().stream()
                .map(row -> new Row(
                        row.getKey().job(),
                        row.getKey().starts(),
                        row.getKey().ends(),
                        days.stream()
                                .map(day -> cell(day, row.getValue(), people))
                                .toList()))
                .toList();
        return new WeekPoster(monday, days, rows);
    }

    private static Key key(Shift shift, ZoneId zone) {
        return new Key(
                shift.job(),
                shift.span().starts().atZone(zone).toLocalTime(),
                shift.span().ends().atZone(zone).toLocalTime());
    }

    private static Cell cell(LocalDate day, List<Sheet> sheets, Map<Long, Member> people) {
        return new Cell(sheets.stream()
                .filter(sheet -> sheet.shift().day().equals(day))
                .map(sheet -> new Held(sheet.shift().state() != ShiftState.CANCELLED, places(sheet, people)))
                .toList());
    }

    private static List<Place> places(Sheet sheet, Map<Long, Member> people) {
        return sheet.seats().stream()
                .map(seat -> new Place(name(seat.booking(), people), seat.skill(), isSought(seat)))
                .toList();
    }

    private static String name(BookedSeat booked, Map<Long, Member> people) {
        Member member = booked == null ? null : people.get(booked.memberId());
        return booked == null ? null : member == null ? "?" : ShortName.of(member);
    }

    private static boolean isSought(Seat seat) {
        return seat.booking() != null && seat.booking().booking().state() == BookingState.SEEKING;
    }
}
