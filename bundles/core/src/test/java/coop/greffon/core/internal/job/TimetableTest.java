package coop.greffon.core.internal.job;

import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.core.job.Schedule;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimetableTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Schedule.Daily AT_SEVEN = new Schedule.Daily(LocalTime.of(7, 0));
    private static final Schedule.Weekly ON_MONDAY = new Schedule.Weekly(DayOfWeek.MONDAY, LocalTime.of(7, 0));
    private static final Schedule.Monthly ON_THE_28TH = new Schedule.Monthly(28, LocalTime.of(7, 0));

    @ParameterizedTest
    @CsvSource({
        // last day done, now (UTC; Paris is one hour ahead in November), due day
        "2026-11-20, 2026-11-21T05:59:59Z,",
        "2026-11-20, 2026-11-21T06:00:00Z, 2026-11-21",
        "2026-11-21, 2026-11-21T20:00:00Z,",
        "2026-11-17, 2026-11-21T06:00:00Z, 2026-11-18",
        // in summer two hours
        "2026-07-13, 2026-07-14T04:59:59Z,",
        "2026-07-13, 2026-07-14T05:00:00Z, 2026-07-14",
    })
    void aDailyJobIsDueAtItsTimeTheEarliestDayFirst(LocalDate last, Instant now, LocalDate due) {
        assertThat(Timetable.due(AT_SEVEN, last, null, now, PARIS).orElse(null)).isEqualTo(due);
    }

    @Test
    void aFailedJobWaitsBeforeItIsTriedAgain() {
        LocalDate last = LocalDate.of(2026, 11, 20);
        Instant notBefore = Instant.parse("2026-11-21T06:05:00Z");

        assertThat(Timetable.due(AT_SEVEN, last, notBefore, notBefore.minusSeconds(1), PARIS))
                .isEmpty();
        assertThat(Timetable.due(AT_SEVEN, last, notBefore, notBefore, PARIS)).contains(last.plusDays(1));
    }

    @Test
    void aNewJobMakesUpForNothing() {
        // 21 November 2026, 7:00 in Paris is 6:00 UTC.
        assertThat(Timetable.lastDayOfNew(AT_SEVEN, Instant.parse("2026-11-21T05:59:59Z"), PARIS))
                .isEqualTo(LocalDate.of(2026, 11, 20));
        assertThat(Timetable.lastDayOfNew(AT_SEVEN, Instant.parse("2026-11-21T06:00:00Z"), PARIS))
                .isEqualTo(LocalDate.of(2026, 11, 21));
    }

    @Test
    void daysOffTheScheduleAreLeftOut() {
        // 21 November 2026 is a Saturday.
        assertThat(Timetable.nextDay(ON_MONDAY, LocalDate.of(2026, 11, 21))).isEqualTo(LocalDate.of(2026, 11, 23));
        assertThat(Timetable.nextDay(ON_MONDAY, LocalDate.of(2026, 11, 23))).isEqualTo(LocalDate.of(2026, 11, 30));
        assertThat(Timetable.nextDay(ON_THE_28TH, LocalDate.of(2026, 11, 28))).isEqualTo(LocalDate.of(2026, 12, 28));
        assertThat(Timetable.nextDay(ON_THE_28TH, LocalDate.of(2027, 1, 28))).isEqualTo(LocalDate.of(2027, 2, 28));
        assertThat(Timetable.missed(ON_MONDAY, LocalDate.of(2026, 11, 2), Instant.parse("2026-11-21T09:00:00Z"), PARIS))
                .containsExactly(LocalDate.of(2026, 11, 9), LocalDate.of(2026, 11, 16));
    }

    @ParameterizedTest
    @CsvSource({
        // failures in a row, minutes to wait
        "1, 1",
        "2, 2",
        "3, 4",
        "6, 32",
        "7, 60",
        "40, 60",
    })
    void eachFailureDoublesTheWaitUpToAnHour(int failures, long minutes) {
        Instant ended = Instant.parse("2026-11-21T06:00:00Z");

        assertThat(Timetable.notBefore(AT_SEVEN, failures, ended)).isEqualTo(ended.plus(Duration.ofMinutes(minutes)));
    }

    @Test
    void aPauseIsKeptAfterEachRun() {
        Instant ended = Instant.parse("2026-11-21T06:00:00Z");
        var everyTenMinutes = new Schedule.Every(Duration.ofMinutes(10));

        assertThat(Timetable.notBefore(everyTenMinutes, 0, ended)).isEqualTo(ended.plus(Duration.ofMinutes(10)));
        assertThat(Timetable.notBefore(everyTenMinutes, 1, ended)).isEqualTo(ended.plus(Duration.ofMinutes(10)));
        assertThat(Timetable.notBefore(everyTenMinutes, 5, ended)).isEqualTo(ended.plus(Duration.ofMinutes(16)));
        assertThat(Timetable.notBefore(AT_SEVEN, 0, ended)).isNull();
    }
}
