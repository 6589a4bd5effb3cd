package coop.greffon.core.internal.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {
    @ParameterizedTest
    @CsvSource({
        "12, 12",
        "12.50, 12.5",
        "-0.1, -0.1",
        "33.299999999999997, 33.3",
        "0.30000000000000004, 0.3",
        "1E3, 1000",
        "1.5e-7, 0.00000015",
        "0, 0",
        "0.000, 0",
        "' 7 ', 7",
        "123456789012345678, 123456789012346000"
    })
    void a_number_has_15_digits_and_no_exponent(String stored, String shown) {
        BigDecimal number = Numbers.parse(stored);
        assertThat(number.toPlainString()).isEqualTo(shown);
        assertThat(number.scale()).isNotNegative();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "douze", "1,5", "NaN", "1E999999999", "1E-999999999", "0E-2000000000"})
    void anything_else_is_none(String stored) {
        assertThat(Numbers.parse(stored)).isNull();
    }
}
