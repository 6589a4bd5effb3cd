package coop.greffon.shifts.internal.rules.slot;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * When a slot comes back.
 *
 * @param week of the cycle, from 1; null for every week
 * @param starts by the clock on the wall
 * @param ends by the clock on the wall; not after the start, it is that of the next day
 * @param to its last day, null where it goes on
 */
public record Recurrence(
        Integer week, DayOfWeek weekday, LocalTime starts, LocalTime ends, LocalDate from, LocalDate to) {
    /**
     * Its days within some others.
     *
     * @param weekOf the week of the cycle of a day, from 1
     */
    public List<LocalDate> days(LocalDate first, LocalDate last, ToIntFunction<LocalDate> weekOf) {
        LocalDate begin = first.isAfter(from) ? first : from;
        LocalDate end = to == null || last.isBefore(to) ? last : to;
        return end.isBefore(begin)
                ? List.of()
                : begin.datesUntil(end.plusDays(1))
                        .filter(day -> day.getDayOfWeek() == weekday)
                        .filter(day -> week == null || weekOf.applyAsInt(day) == week)
                        .toList();
    }

    /** For how long it lasts by the clock on the wall. */
    public Duration length() {
        Duration sameDay = Duration.between(starts, ends);
        return ends.isAfter(starts) ? sameDay : sameDay.plusDays(1);
    }

    /** Whether it has a shift on a day. */
    public boolean falls(LocalDate day, ToIntFunction<LocalDate> weekOf) {
        return !days(day, day, weekOf).isEmpty();
    }
}
