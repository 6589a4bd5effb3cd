package coop.greffon.shifts.internal.importing;

import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.core.tabular.Cell;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a cell means; the expected values are worked by hand: 8,5 hours are 8 hours and half of 60 minutes. */
class CellsTest {
    private static Cell cell(String text) {
        return Cell.of(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "08:30 | 08:30",
                "8:30 | 08:30",
                "8h30 | 08:30",
                "8 h 30 | 08:30",
                "8h | 08:00",
                "08:30:00 | 08:30",
                "8.5 | 08:30",
                "8,5 | 08:30",
                "8 | 08:00",
                "0 | 00:00",
                "10.75 | 10:45",
                "8.33333333 | 08:20",
                "23.999999 | 00:00",
                "24 | 00:00",
                "24:00 | 00:00"
            })
    void anHourIsByTheClockOrWithAFraction(String text, LocalTime expected) {
        assertThat(Hours.read(cell(text))).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"8:60", "25", "24.1", "-1", "8:3", "half past eight", "830", "8.5.1"})
    void whatIsNoHourIsNotGuessed(String text) {
        assertThat(Hours.read(cell(text))).isEmpty();
    }

    @Test
    void aWorkbookKeepsHoursAndNumbersOfItsOwn() {
        assertThat(Hours.read(Cell.of(new BigDecimal("8.5")))).contains(LocalTime.of(8, 30));
        assertThat(Hours.read(Cell.of(LocalDateTime.of(1899, 12, 30, 8, 30, 0))))
                .contains(LocalTime.of(8, 30));
        assertThat(Numbers.count(Cell.of(new BigDecimal("40")))).contains(40);
    }

    @ParameterizedTest
    @CsvSource({
        "2027-03-05, 2027-03-05",
        "2027-3-5, 2027-03-05",
        "2027-03-05 22:59:59, 2027-03-05",
        "05/03/2027, 2027-03-05",
        "5.3.2027, 2027-03-05",
        "5-3-2027, 2027-03-05"
    })
    void aDayBeginsWithTheYearOrTheDay(String text, LocalDate expected) {
        assertThat(Days.read(cell(text))).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"31/02/2027", "03/13/2027", "05/03/27", "45000", "tomorrow", "0027-03-05"})
    void whatIsNoDayIsNotGuessed(String text) {
        assertThat(Days.read(cell(text))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"-1,5 | -1.5", "−2 | -2", "1.25 | 1.25", "+3 | 3", "0,00 | 0", "1 200 | 1200", "-180.0 | -180"})
    void anAmountHasACommaOrAPoint(String text, BigDecimal expected) {
        assertThat(Numbers.amount(cell(text)))
                .hasValueSatisfying(read -> assertThat(read).isEqualByComparingTo(expected));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5.2", "1,200.5", "two", "--1", "12345678"})
    void whatIsNoAmountIsNotGuessed(String text) {
        assertThat(Numbers.amount(cell(text))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1.5", "12345"})
    void aCountIsWholeAndNotNegative(String text) {
        assertThat(Numbers.count(cell(text))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "4.0, 4", "A, 1", "d, 4", "Semaine B, 2", "week 3, 3", "Sem. C, 3"})
    void aWeekIsANumberOrALetter(String text, int expected) {
        assertThat(Weeks.read(cell(text))).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "AB", "first", "A B", "-1"})
    void whatIsNoWeekIsNotGuessed(String text) {
        assertThat(Weeks.read(cell(text))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "mardi, TUESDAY",
        "Mar., TUESDAY",
        "Tue, TUESDAY",
        "TU, TUESDAY",
        "mo, MONDAY",
        "Mercredi, WEDNESDAY",
        "th, THURSDAY",
        "jeu, THURSDAY",
        "Samedi, SATURDAY",
        "sa, SATURDAY",
        "dim, SUNDAY",
        "SUNDAY, SUNDAY"
    })
    void aDayOfTheWeekIsAWord(String text, DayOfWeek expected) {
        assertThat(Weekdays.of(List.of()).read(text)).contains(expected);
    }

    /** 0 is nowhere but in counts from Monday = 0 on, 7 nowhere but in those from Monday = 1 on. */
    @Test
    void numbersOfDaysAreReadWhereTheColumnShowsHowTheyAreCounted() {
        assertThat(Weekdays.of(List.of("0", "2", "5")).read("2")).contains(DayOfWeek.WEDNESDAY);
        assertThat(Weekdays.of(List.of("0.0", "6")).read("6")).contains(DayOfWeek.SUNDAY);
        assertThat(Weekdays.of(List.of("1", "2", "7")).read("2")).contains(DayOfWeek.TUESDAY);
        assertThat(Weekdays.of(List.of("1", "7")).read("7")).contains(DayOfWeek.SUNDAY);
        assertThat(Weekdays.of(List.of("1", "2", "5")).read("2")).isEmpty();
        assertThat(Weekdays.of(List.of("1", "2", "5")).isAmbiguous("2")).isTrue();
        assertThat(Weekdays.of(List.of("0", "7")).read("2")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "AMar. - 08:30 | 1 | TUESDAY | 08:30",
                "DDim. - 10:45 | 4 | SUNDAY | 10:45",
                "BSam. - 06:00 | 2 | SATURDAY | 06:00",
                "CLun. - 13:15 | 3 | MONDAY | 13:15",
                "AMo - 08:30 | 1 | MONDAY | 08:30",
                "BSa - 08:30 | 2 | SATURDAY | 08:30",
                "Mar. - 08:30 | - | TUESDAY | 08:30",
                "A - Mardi 08:30 | 1 | TUESDAY | 08:30",
                "A Mardi 8h30 | 1 | TUESDAY | 08:30",
                "Volants - AMar. - 22:00 | 1 | TUESDAY | 22:00",
                "AMar. - 08:30 - Depot | 1 | TUESDAY | 08:30",
                "AMar. - 08:30 - b'Depot' | 1 | TUESDAY | 08:30"
            })
    void theNameOfASlotTellsWhenItIs(String name, Integer week, DayOfWeek day, LocalTime starts) {
        assertThat(SlotName.read(name)).contains(new SlotKey(null, week, day, starts));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Caisse", "AMar. - 25:30", "AMar. - 08:60", "AXyz. - 08:30", "AMar.", "08:30"})
    void aNameThatTellsNothingIsNotGuessed(String name) {
        assertThat(SlotName.read(name)).isEmpty();
    }
}
