package coop.greffon.shifts.internal.words;

import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.shifts.internal.rules.slot.Recurrence;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlotWordsTest {
    @ParameterizedTest
    @CsvSource({"1,A", "4,D", "26,Z", "27,AA", "52,AZ", "53,BA"})
    void weeksHaveLetters(int week, String letter) {
        assertThat(SlotWords.letter(week)).isEqualTo(letter);
    }

    @Test
    void aSlotThatEndsBeforeItStartsEndsTheNextDay() {
        assertThat(SlotWords.hours(from("22:00", "02:00")).key()).isEqualTo("shifts.slot.hours-over-night");
        assertThat(SlotWords.hours(from("09:00", "12:00")).key()).isEqualTo("shifts.slot.hours");
    }

    private static Recurrence from(String starts, String ends) {
        return new Recurrence(
                null, DayOfWeek.MONDAY, LocalTime.parse(starts), LocalTime.parse(ends), LocalDate.of(2027, 1, 4), null);
    }
}
