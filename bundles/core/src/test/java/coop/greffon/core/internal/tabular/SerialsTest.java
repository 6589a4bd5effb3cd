package coop.greffon.core.internal.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SerialsTest {
    private static Object read(String serial, DateStyle style) {
        return Serials.read(new BigDecimal(serial), style, false);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1900-01-01",
        "59, 1900-02-28",
        "61, 1900-03-01",
        "25569, 1970-01-01",
        "45351, 2024-02-29",
        "2958465, 9999-12-31"
    })
    void days_of_the_1900_system(String serial, LocalDate day) {
        assertThat(read(serial, DateStyle.DAY)).isEqualTo(day);
        assertThat(Serials.of(day)).isEqualTo(serial);
    }

    @Test
    void the_29_february_1900_that_never_was_stays_a_number() {
        assertThat(read("60", DateStyle.DAY)).isEqualTo(BigDecimal.valueOf(60));
    }

    @ParameterizedTest
    @CsvSource({"-1", "0", "2958466", "1E300"})
    void a_number_outside_the_calendar_stays_a_number(String serial) {
        assertThat(read(serial, DateStyle.DAY)).isEqualTo(new BigDecimal(serial));
    }

    @ParameterizedTest
    @CsvSource({
        "42971.73394675926, 2017-08-24T17:36:53",
        "43684.46724537037, 2019-08-07T11:12:50",
        "43684.99999999999, 2019-08-08T00:00:00"
    })
    void a_time_is_the_fraction_to_the_millisecond(String serial, LocalDateTime moment) {
        assertThat(read(serial, DateStyle.MOMENT)).isEqualTo(moment);
    }

    @Test
    void a_moment_is_counted_to_the_millisecond() {
        assertThat(Serials.of(LocalDateTime.of(2024, 2, 29, 18, 0))).isEqualByComparingTo("45351.75");
        LocalDateTime late = LocalDateTime.of(2024, 2, 29, 23, 59, 59, 999_000_000);
        assertThat(Serials.read(Serials.of(late), DateStyle.MOMENT, false)).isEqualTo(late);
    }
}
