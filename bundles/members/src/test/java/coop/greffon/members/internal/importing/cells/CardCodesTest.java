package coop.greffon.members.internal.importing.cells;

import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.members.internal.importing.model.Problem;
import coop.greffon.members.internal.importing.model.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CardCodesTest {
    @ParameterizedTest
    @CsvSource({
        "0420000012184, 0420000012184", // 0 + 4*3 + 2 + 1*3... = 36, 40 - 36 = 4
        "420000012184, 0420000012184",
        "00420000012184, 0420000012184",
        "0420 0000 12184, 0420000012184",
        "AB-12, AB-12",
    })
    void codesAreBroughtToThirteenDigits(String typed, String code) {
        assertThat(CardCodes.read(typed)).isEqualTo(new CardCodes.Reading(code, List.of()));
    }

    @Test
    void aWrongCheckDigitIsToldAndKept() {
        // 0*1 + 4*3 + 2*1 + seven zeros + 1*1 + 8*3 ... : places 0 to 11 of 042000000181 weigh 12 + 2 + 1*3 + 8*1 + 1*3
        // = 28
        var reading = CardCodes.read("0420000001814");

        assertThat(reading.code()).isEqualTo("0420000001814");
        assertThat(reading.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.reason()).isEqualTo(Reason.CARD_CHECK_DIGIT);
            assertThat(problem.arguments()).isEqualTo(List.of("0420000001814", "2"));
        });
    }

    @Test
    void aCodeOfAnotherLengthIsToldAndKept() {
        var reading = CardCodes.read("042000001686");

        assertThat(reading.code()).isEqualTo("042000001686");
        assertThat(reading.problems()).extracting(Problem::reason).containsExactly(Reason.CARD_LENGTH);
    }
}
