package coop.greffon.shifts.internal.rules;

import static coop.greffon.shifts.internal.rules.Given.FOUR_WEEKS;
import static coop.greffon.shifts.internal.rules.Given.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.greffon.shifts.internal.rules.CycleCalendar.Anchor;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CycleTest {
    /** From 28 December 2015 to 28 December 2026 there are 4,018 days, which are 574 weeks: 143 cycles and two weeks. */
    @ParameterizedTest
    @CsvSource({
        "2015-12-28, 1",
        "2016-01-03, 1",
        "2016-01-04, 2",
        "2016-01-25, 1",
        "2026-12-14, 1",
        "2026-12-21, 2",
        "2026-12-28, 3",
        "2027-01-03, 3",
        "2027-01-04, 4",
        "2027-01-11, 1",
        "2015-12-27, 4",
        "2015-12-21, 4",
        "2015-12-14, 3",
        "2015-11-30, 1"
    })
    void aWeekIsCountedFromAMonday(String on, int week) {
        assertThat(FOUR_WEEKS.week(day(on))).isEqualTo(week);
    }

    @Test
    void aYearOfFiftyThreeWeeksBeginsNoTwoCyclesInARow() {
        assertThat(FOUR_WEEKS.starts(day("2026-12-01"), day("2027-02-28")))
                .containsExactly(day("2026-12-14"), day("2027-01-11"), day("2027-02-08"));
    }

    @Test
    void aCycleBegunAnewCountsFromItsOwnMonday() {
        var calendar = new CycleCalendar(List.of(new Anchor(day("2026-01-05"), 4), new Anchor(day("2026-02-09"), 2)));

        assertThat(calendar.starts(day("2026-01-01"), day("2026-03-15")))
                .containsExactly(
                        day("2026-01-05"), day("2026-02-02"), day("2026-02-09"), day("2026-02-23"), day("2026-03-09"));
    }

    @Test
    void mondaysComeInOrder() {
        var later = new Anchor(day("2026-02-09"), 4);
        var earlier = new Anchor(day("2026-01-05"), 4);

        assertThatThrownBy(() -> new CycleCalendar(List.of(later, earlier)))
                .hasMessage("2026-01-05 does not come after 2026-02-09");
        assertThatThrownBy(() -> new Anchor(day("2026-01-06"), 4)).hasMessage("2026-01-06 is no Monday");
    }

    @Test
    void ofTheirOwnIsDueOnMultiplesOfItsDaysAndNotOnTheFirstOne() {
        var cycle = new Cycle.SinceStart(28);

        assertThat(cycle.dueDays(day("2024-01-01"), day("2024-01-01"), day("2024-03-25")))
                .containsExactly(day("2024-01-29"), day("2024-02-26"), day("2024-03-25"));
        assertThat(cycle.dueDays(day("2024-01-01"), day("2024-02-26"), day("2024-03-24")))
                .containsExactly(day("2024-02-26"));
        assertThat(cycle.dueDays(day("2024-01-01"), day("2024-02-27"), day("2024-03-24")))
                .isEmpty();
    }

    @Test
    void whoBeginsOnAMondayOwesForTheCycleThatBeginsThen() {
        var cycle = new Cycle.Common(FOUR_WEEKS);

        assertThat(cycle.dueDays(day("2026-12-14"), day("2026-01-01"), day("2026-12-31")))
                .containsExactly(day("2026-12-14"));
        assertThat(cycle.dueDays(day("2026-12-15"), day("2026-01-01"), day("2026-12-31")))
                .isEmpty();
    }

    @Test
    void aSeasonKeepsItsDay() {
        var year = new Cycle.Season(day("2026-03-01"), 12);
        var months = new Cycle.Season(day("2026-01-31"), 1);

        assertThat(year.dueDays(day("2024-05-01"), day("2024-05-01"), day("2027-03-01")))
                .containsExactly(day("2025-03-01"), day("2026-03-01"), day("2027-03-01"));
        assertThat(months.dueDays(day("2026-01-31"), day("2026-01-31"), day("2026-04-30")))
                .containsExactly(day("2026-01-31"), day("2026-02-28"), day("2026-03-31"), day("2026-04-30"));
    }
}
