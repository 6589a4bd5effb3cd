package coop.greffon.members;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CardCodesTest {
    @ParameterizedTest
    @CsvSource({
        "0420000123002, 0420000123002",
        "420000123002, 0420000123002",
        "00420000123002, 0420000123002",
        "'0420 0001 23002', 0420000123002",
        "123, 123",
        "04:A2:1B, 04:A2:1B",
        "14200001230021, 14200001230021"
    })
    void aCodeIsTheSameHoweverItIsRead(String typed, String code) {
        assertThat(CardCodes.normalise(typed)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "0420000123002, false", // 3*4 + 2 + 3*1 + 2 + 3*3 = 28, and 2 lack to 30
        "0420000123003, true",
        "0421000045004, false", // 3*4 + 2 + 3*1 + 4 + 3*5 = 36, and 4 lack to 40
        "123, false",
        "04:A2:1B, false"
    })
    void aWrongCheckDigitIsTold(String code, boolean wrong) {
        assertThat(CardCodes.hasWrongCheckDigit(code)).isEqualTo(wrong);
    }
}
