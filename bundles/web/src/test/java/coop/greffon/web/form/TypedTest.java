package coop.greffon.web.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import javax.ws.rs.core.MultivaluedHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedTest {
    private static Typed typed(Map<String, String> values) {
        return Typed.of(new MultivaluedHashMap<>(values));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-21, 2026-11-21",
        "21/11/2026, 2026-11-21",
        "1/2/2026, 2026-02-01",
        "' 29/02/2024 ', 2024-02-29",
        "'', "
    })
    void readsDaysAsPeopleWriteThem(String value, LocalDate day) {
        assertThat(typed(Map.of("on", value)).date("on")).isEqualTo(day);
    }

    @ParameterizedTest
    @ValueSource(strings = {"01/01/1900", "31/12/2199"})
    void theFirstAndTheLastDayAreRead(String value) {
        assertThat(typed(Map.of("on", value)).date("on")).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"31/12/1899", "01/01/2200", "0001-01-01", "+999999999-12-31", "-0044-03-15", "30/02/2026"})
    void daysNobodyMeansAreRefusedWithAnExample(String value) {
        Typed typed = typed(Map.of("on", value));
        typed.date("on");

        assertThatThrownBy(typed::insist)
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        invalid -> assertThat(invalid.errors().get(0))
                                .satisfies(error -> assertThat(error.field()).isEqualTo("on"))
                                .satisfies(error -> assertThat(error.value()).isEqualTo(value))
                                .satisfies(error -> assertThat(error.remedy()).isNotNull()));
    }

    @Test
    void namesAllThatCannotBeReadAtOnce() {
        Typed typed = typed(Map.of("on", "30/02/2026", "day", "FRIDAYS", "count", "2,5", "name", "Inès"));
        typed.date("on");
        typed.one("day", DayOfWeek.class);
        typed.whole("count");
        typed.text("name");

        assertThatThrownBy(typed::insist)
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        invalid -> assertThat(invalid.errors())
                                .extracting(FieldError::field)
                                .containsExactly("on", "day", "count"));
    }

    @Test
    void countsRowsByTheirHighestIndex() {
        Typed typed = typed(Map.of("mails[0].address", "a", "mails[2].address", "", "phones[0].number", ""));

        assertThat(typed.rows("mails")).isEqualTo(3);
        assertThat(typed.rows("phones")).isEqualTo(1);
        assertThat(typed.rows("addresses")).isZero();
    }

    @Test
    void aRowThatNoFormHasIsRefused() {
        Typed typed = typed(Map.of("mails[0].address", "a", "mails[99999].address", "b", "mails[x].label", ""));

        assertThat(typed.rows("mails")).isEqualTo(1);
        assertThat(typed.rows("mails")).isEqualTo(1);
        assertThatThrownBy(typed::insist)
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.errors())
                                .extracting(FieldError::field)
                                .containsExactlyInAnyOrder("mails[99999].address", "mails[x].label"));
    }
}
