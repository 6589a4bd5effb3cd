package coop.greffon.shifts.internal.rules.slot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpanTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    /** In 2027 Paris goes from 2:00 to 3:00 on 28 March, and back from 3:00 to 2:00 on 31 October. */
    @ParameterizedTest
    @CsvSource({
        // The same clock on the wall, an hour earlier in the world.
        "2027-03-27, 09:00, 12:00, 2027-03-27T08:00:00Z, 2027-03-27T11:00:00Z",
        "2027-03-28, 09:00, 12:00, 2027-03-28T07:00:00Z, 2027-03-28T10:00:00Z",
        // 2:30 is left out: it is 3:30.
        "2027-03-28, 02:30, 05:00, 2027-03-28T01:30:00Z, 2027-03-28T03:00:00Z",
        // 2:30 is 3:30, which is after 3:15: it lasts its 45 minutes.
        "2027-03-28, 02:30, 03:15, 2027-03-28T01:30:00Z, 2027-03-28T02:15:00Z",
        // 2:30 comes twice: the first one, in summer time.
        "2027-10-31, 02:30, 05:00, 2027-10-31T00:30:00Z, 2027-10-31T04:00:00Z",
        "2027-10-31, 01:00, 02:30, 2027-10-30T23:00:00Z, 2027-10-31T00:30:00Z",
        // Over midnight.
        "2027-01-04, 22:00, 02:00, 2027-01-04T21:00:00Z, 2027-01-05T01:00:00Z"
    })
    void theClockOnTheWallCounts(LocalDate day, LocalTime from, LocalTime to, Instant starts, Instant ends) {
        assertThat(Span.of(day, from, to, PARIS)).isEqualTo(new Span(starts, ends));
    }

    @Test
    void whatTwoHaveInCommon() {
        Span morning = Span.of(LocalDate.of(2027, 1, 4), LocalTime.of(9, 0), LocalTime.of(12, 0), PARIS);
        Span noon = Span.of(LocalDate.of(2027, 1, 4), LocalTime.of(11, 30), LocalTime.of(14, 0), PARIS);
        Span afternoon = Span.of(LocalDate.of(2027, 1, 4), LocalTime.of(14, 0), LocalTime.of(17, 0), PARIS);

        assertThat(morning.common(noon)).isEqualTo(Duration.ofMinutes(30));
        assertThat(noon.common(morning)).isEqualTo(Duration.ofMinutes(30));
        assertThat(noon.common(afternoon)).isZero();
        assertThat(morning.common(afternoon)).isZero();
    }
}
