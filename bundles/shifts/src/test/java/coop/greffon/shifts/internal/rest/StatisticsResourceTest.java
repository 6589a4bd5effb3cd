package coop.greffon.shifts.internal.rest;

import static coop.greffon.shifts.internal.store.WorkFixture.INES;
import static coop.greffon.shifts.internal.store.WorkFixture.NADIA;
import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.shifts.internal.rest.StatisticsResource.Attended;
import coop.greffon.shifts.internal.rules.Comes;
import coop.greffon.shifts.internal.rules.Outcome;
import coop.greffon.shifts.internal.store.WorkFixture;
import coop.greffon.shifts.internal.store.booking.Told;
import coop.greffon.testing.TestDatabase;
import coop.greffon.web.Visit;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Inès comes to the till on Monday 25 January 2027, from nine to twelve. */
class StatisticsResourceTest {
    private static final LocalDate JANUARY = LocalDate.parse("2027-01-25");

    private final WorkFixture fixture = new WorkFixture(TestDatabase.H2);
    private final StatisticsResource statistics = new StatisticsResource(fixture.calendar, null);

    private Visit visit() {
        return new Visit(null, null, Set.of(), Locale.FRENCH, null, fixture.clock, "", "/", Map.of(), null);
    }

    @Test
    void hoursAreThoseOfWhoeverCameOnPastDays() {
        fixture.enrol();
        fixture.mondays();
        long shift = fixture.calendar.between(JANUARY, JANUARY).get(0).shift().id();
        long booking =
                fixture.bookings.book(INES, shift, Comes.THEMSELVES, NADIA).id();
        fixture.goTo("2027-01-25");
        fixture.attendance.tell(booking, new Told(Outcome.ATTENDED, false, null), NADIA);

        assertThat(statistics.hours(visit(), "2027-01-25", "2027-01-25")).containsExactly(new Attended("Caisse", 180));
        assertThat(statistics.hours(visit(), null, null))
                .as("today is not over")
                .isEmpty();
        fixture.clock.advance(Duration.ofDays(1));
        assertThat(statistics.hours(visit(), null, null)).containsExactly(new Attended("Caisse", 180));
        fixture.clock.advance(Duration.ofDays(84));
        assertThat(statistics.hours(visit(), null, null)).as("twelve weeks ago").isEmpty();
    }
}
