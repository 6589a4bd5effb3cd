package coop.greffon.members.internal.importing.cells;

import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.members.internal.importing.model.Problem;
import coop.greffon.members.internal.importing.model.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CardReadingTest {
    @ParameterizedTest
    @CsvSource({
        "0420000012184, 0420000012184", // 4×3 + 2 + 1 + 2×3 + 1 + 8×3 = 46, and 46 + 4 = 50
        "420000012184, 0420000012184",
        "00420000012184, 0420000012184",
        "0420 0000 12184, 0420000012184",
        "AB-12, AB-12",
    })
    void codesAreBroughtToThirteenDigits(String typed, String code) {
        assertThat(CardReading.of(typed)).isEqualTo(new CardReading(code, List.of()));
    }

    @Test
    void aWrongCheckDigitIsToldAndKept() {
        // 0*1 + 4*3 + 2*1 + seven zeros + 1*1 + 8*3 ... : places 0 to 11 of 042000000181 weigh 12 + 2 + 1*3 + 8*1 + 1*3
        // = 28
        var reading = CardReading.of("0420000001814");

        assertThat(reading.code()).isEqualTo("0420000001814");
        assertThat(reading.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.reason()).isEqualTo(Reason.CARD_CHECK_DIGIT);
            assertThat(problem.arguments()).isEqualTo(List.of("0420000001814"));
        });
    }

    @Test
    void aCodeOfAnotherLengthIsToldAndKept() {
        var reading = CardReading.of("042000001686");

        assertThat(reading.code()).isEqualTo("0042000001686");
        assertThat(reading.problems()).extracting(Problem::reason).containsExactly(Reason.CARD_LENGTH);
    }

    @Test
    void aNumberThatASpreadsheetRoundedIsNoCode() {
        var reading = CardReading.of("4,20000E+11");

        assertThat(reading.code()).isEmpty();
        assertThat(reading.problems()).extracting(Problem::reason).containsExactly(Reason.CARD_ROUNDED);
    }
}
