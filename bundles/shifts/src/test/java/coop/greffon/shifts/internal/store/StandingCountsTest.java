package coop.greffon.shifts.internal.store;

import static coop.greffon.shifts.internal.store.WorkFixture.NADIA;
import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.shifts.internal.rules.StatusCode;
import coop.greffon.shifts.internal.rules.Track;
import coop.greffon.testing.TestDatabase;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Inès flies by BEES from 4 January 2027 and does nothing: on 1 February she is in alert, and on 2 March, 29 days later, suspended. Omar has a
 * fixed place and owes nothing.
 */
class StandingCountsTest {
    private static final LocalDate MARCH = LocalDate.parse("2027-03-02");

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aDayIsCountedOnceItIsOverAndTheMonthsBeforeFromTheJournal(TestDatabase database) {
        var fixture = new WorkFixture(database);
        fixture.enrol();
        fixture.add(129, Track.FIXED);
        fixture.goTo("2027-03-03");
        fixture.cycles.post(MARCH.plusDays(1), NADIA);

        assertThat(fixture.standingCounts.write(MARCH))
                .as("2 March, and the ends of January and February: before, nobody worked")
                .isEqualTo(3);

        Map<LocalDate, Map<StatusCode, Integer>> counts =
                fixture.standingCounts.between(LocalDate.parse("2026-01-01"), MARCH);
        assertThat(counts)
                .containsExactly(
                        Map.entry(LocalDate.parse("2027-01-31"), Map.of(StatusCode.UP_TO_DATE, 2)),
                        Map.entry(LocalDate.parse("2027-02-28"), Map.of(StatusCode.ALERT, 1, StatusCode.UP_TO_DATE, 1)),
                        Map.entry(MARCH, Map.of(StatusCode.SUSPENDED, 1, StatusCode.UP_TO_DATE, 1)));
        assertThat(fixture.standingCounts.write(MARCH)).as("again").isEqualTo(1);
        assertThat(fixture.standingCounts.between(LocalDate.parse("2026-01-01"), MARCH))
                .isEqualTo(counts);
    }
}
