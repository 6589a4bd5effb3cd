package coop.greffon.web.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SentTest {
    @ParameterizedTest
    @CsvSource({"1900-01-01, 1900-01-01", "31/12/2199, 2199-12-31", "' 2026-11-21 ', 2026-11-21", "' ',"})
    void aDayIsReadAsPeopleWriteIt(String sent, LocalDate day) {
        assertThat(Sent.day("until", sent)).isEqualTo(day);
    }

    @Test
    void nothingIsNoDay() {
        assertThat(Sent.day("until", null)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1899-12-31", "2200-01-01", "+999999999-12-31", "tomorrow"})
    void aDayNobodyMeansIsRefusedNamingItsField(String sent) {
        assertThatThrownBy(() -> Sent.day("until", sent))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.errors())
                                .singleElement()
                                .extracting(FieldError::field, FieldError::value)
                                .containsExactly("until", sent));
    }

    @Test
    void aSetHasNoEmptyPlace() {
        assertThatThrownBy(() -> Sent.whole("roles", Collections.singleton(null)))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.errors())
                                .extracting(FieldError::field)
                                .containsExactly("roles"));
        assertThatThrownBy(() -> Sent.whole("roles", null)).isInstanceOf(InvalidInput.class);
        assertThat(Sent.whole("roles", Set.of("desk"))).containsExactly("desk");
        assertThat(Sent.whole("roles", Set.of())).isEmpty();
    }

    @Test
    void anotherWordThanThoseThatMeanSomethingIsRefusedWithThose() {
        assertThat(Sent.oneOf("count", "exact", "exact")).isEqualTo("exact");
        assertThat(Sent.oneOf("count", null, "exact")).isNull();
        assertThatThrownBy(() -> Sent.oneOf("count", "all", "exact"))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.errors())
                                .containsExactly(new FieldError(
                                        "count",
                                        "all",
                                        Text.of("core.setting.error.choice"),
                                        Text.of("web.problem.one-of", "exact"))));
    }
}
