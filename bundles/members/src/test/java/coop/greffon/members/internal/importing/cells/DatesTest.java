package coop.greffon.members.internal.importing.cells;

import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.core.tabular.Cell;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {
    @ParameterizedTest
    @CsvSource({
        "2017-08-24 17:36:53, 2017-08-24T17:36:53",
        "2017-08-24T17:36:53, 2017-08-24T17:36:53",
        "2017-08-24, 2017-08-24T00:00:00",
        "12/03/1980, 1980-03-12T00:00:00",
        "12.3.1980, 1980-03-12T00:00:00",
        "12-03-1980, 1980-03-12T00:00:00",
        "12/03/1980 08:05, 1980-03-12T08:05:00",
        "29/02/2024, 2024-02-29T00:00:00",
        "42971, 2017-08-24T00:00:00",
        "42971.73394675926, 2017-08-24T17:36:53",
    })
    void textsAreRead(String text, LocalDateTime moment) {
        assertThat(Dates.read(new Cell.Text(text))).contains(moment);
    }

    @ParameterizedTest
    @ValueSource(strings = {"31/02/2020", "03/14/1980", "12/03/80", "1980", "hier", "2017-13-01", "12/03/1980 25:00"})
    void whatIsNoDateIsNotGuessed(String text) {
        assertThat(Dates.read(new Cell.Text(text))).isEmpty();
    }

    @Test
    void cellsOfSpreadsheetsAreRead() {
        var moment = LocalDateTime.of(2017, 8, 24, 17, 36, 53);

        assertThat(Dates.read(new Cell.Moment(moment))).contains(moment);
        assertThat(Dates.read(new Cell.Day(LocalDate.of(1980, 3, 12))))
                .contains(LocalDate.of(1980, 3, 12).atStartOfDay());
        assertThat(Dates.read(new Cell.Number(new BigDecimal("42971.73394675926"))))
                .contains(moment);
        assertThat(Dates.read(new Cell.Number(new BigDecimal("1980")))).isEmpty();
        assertThat(Dates.read(Cell.EMPTY)).isEmpty();
    }
}
