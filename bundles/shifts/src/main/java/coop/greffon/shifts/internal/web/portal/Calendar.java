package coop.greffon.shifts.internal.web.portal;

import coop.greffon.shifts.internal.store.slot.ListedShift;
import coop.greffon.shifts.internal.store.slot.ShiftCalendar.OwnSeat;
import coop.greffon.shifts.internal.words.ShiftWords;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The shifts of some days as the page shows them.
 *
 * @param to the last day shown
 * @param onlyFree whether those without a free seat are left out
 * @param days the days on which there is one
 */
public record Calendar(LocalDate from, LocalDate to, boolean onlyFree, List<Day> days) {
    /** So many fit on a page that stays light. */
    private static final int MOST = 40;

    /** A day and its shifts. */
    public record Day(LocalDate on, List<Line> lines) {}

    /**
     * A shift.
     *
     * @param own the reader's own seat, null for none
     */
    public record Line(ListedShift listed, OwnSeat own) {}

    public Calendar {
        days = List.copyOf(days);
    }

    /** Whole days, as many as stay readable; the first in any case. */
    static Calendar of(
            LocalDate from, LocalDate to, boolean onlyFree, List<ListedShift> shifts, List<OwnSeat> own, Instant now) {
        Map<Long, OwnSeat> mine = own.stream()
                .filter(seat -> seat.booking().seated())
                .collect(Collectors.toMap(seat -> seat.shift().id(), Function.identity(), (one, other) -> other));
        Map<LocalDate, List<Line>> byDay = new LinkedHashMap<>();
        for (ListedShift listed : shifts) {
            boolean isOpen = listed.free() > 0 && ShiftWords.isToCome(listed.shift(), now);
            if (!onlyFree || isOpen || mine.containsKey(listed.shift().id())) {
                byDay.computeIfAbsent(listed.shift().day(), none -> new ArrayList<>())
                        .add(new Line(listed, mine.get(listed.shift().id())));
            }
        }
        List<Day> days = new ArrayList<>();
        int lines = 0;
        for (Map.Entry<LocalDate, List<Line>> day : byDay.entrySet()) {
            lines += day.getValue().size();
            if (!days.isEmpty() && lines > MOST) {
                return new Calendar(from, day.getKey().minusDays(1), onlyFree, days);
            }
            days.add(new Day(day.getKey(), day.getValue()));
        }
        return new Calendar(from, to, onlyFree, days);
    }

    /** The day after the last one. */
    public LocalDate next() {
        return to.plusDays(1);
    }
}
