package coop.greffon.core.internal.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThrottleTest {
    private static final Instant LAST = Instant.parse("2026-11-21T09:00:00Z");

    @ParameterizedTest
    @CsvSource({
        // failures, seconds since the last one, seconds left
        "0, 0, 0",
        "4, 0, 0",
        "5, 0, 30",
        "5, 29, 1",
        "5, 30, 0",
        "6, 0, 60",
        "7, 0, 120",
        "9, 0, 480",
        "10, 0, 900",
        "50, 0, 900",
    })
    void eachFurtherFailureDoublesTheWaitUpToAQuarterOfAnHour(int failures, long since, long left) {
        assertThat(Throttle.remaining(failures, LAST, LAST.plusSeconds(since))).isEqualTo(Duration.ofSeconds(left));
    }
}
