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
        // free failures, failures, seconds since the last one, seconds left
        "5, 0, 0, 0",
        "5, 4, 0, 0",
        "5, 5, 0, 30",
        "5, 5, 29, 1",
        "5, 5, 30, 0",
        "5, 6, 0, 60",
        "5, 7, 0, 120",
        "5, 9, 0, 480",
        "5, 10, 0, 900",
        "5, 50, 0, 900",
        "20, 19, 0, 0",
        "20, 20, 0, 30",
        "100, 101, 0, 60",
    })
    void eachFurtherFailureDoublesTheWaitUpToAQuarterOfAnHour(int free, int failures, long since, long left) {
        assertThat(Throttle.remaining(free, failures, LAST, LAST.plusSeconds(since)))
                .isEqualTo(Duration.ofSeconds(left));
    }
}
