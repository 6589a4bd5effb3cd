package coop.greffon.shifts.internal.rules.slot;

import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.shifts.internal.rules.CycleCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecurrenceTest {
    /** Weeks are counted from Monday 28 December 2015: 574 weeks later, on 28 December 2026, a third week begins. */
    private static final CycleCalendar CALENDAR = CycleCalendar.of(LocalDate.of(2015, 12, 28), 4);

    private static Recurrence mondays(Integer week, String from, String to) {
        return new Recurrence(
                week,
                DayOfWeek.MONDAY,
                LocalTime.of(9, 0),
                LocalTime.of(12, 0),
                LocalDate.parse(from),
                to == null ? null : LocalDate.parse(to));
    }

    /** The year has 53 weeks: by their number in the year both Mondays would be of the same week, and everybody would come twice. */
    @ParameterizedTest
    @CsvSource({"3, 2026-12-28", "4, 2027-01-04", "1, 2027-01-11", "2, 2027-01-18"})
    void eachWeekOfTheCycleComesOnceAcrossTheTurnOfAYearOf53Weeks(int week, LocalDate day) {
        Recurrence slot = mondays(week, "2026-01-01", null);

        assertThat(slot.days(LocalDate.parse("2026-12-28"), LocalDate.parse("2027-01-24"), CALENDAR::week))
                .containsExactly(day);
    }

    @Test
    void aSlotOfEveryWeekComesEachWeek() {
        assertThat(mondays(null, "2026-01-01", null)
                        .days(LocalDate.parse("2026-12-21"), LocalDate.parse("2027-01-04"), CALENDAR::week))
                .containsExactly(
                        LocalDate.parse("2026-12-21"), LocalDate.parse("2026-12-28"), LocalDate.parse("2027-01-04"));
    }

    @Test
    void itBeginsAndEndsOnItsDays() {
        Recurrence slot = mondays(null, "2026-12-28", "2027-01-11");

        assertThat(slot.days(LocalDate.parse("2026-12-01"), LocalDate.parse("2027-02-01"), CALENDAR::week))
                .containsExactly(
                        LocalDate.parse("2026-12-28"), LocalDate.parse("2027-01-04"), LocalDate.parse("2027-01-11"));
        assertThat(slot.falls(LocalDate.parse("2027-01-18"), CALENDAR::week)).isFalse();
        assertThat(slot.days(LocalDate.parse("2027-02-01"), LocalDate.parse("2027-03-01"), CALENDAR::week))
                .isEmpty();
    }
}
