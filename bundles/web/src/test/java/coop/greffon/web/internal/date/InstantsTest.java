package coop.greffon.web.internal.date;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.greffon.core.problem.InvalidInput;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstantsTest {
    @Test
    void anInstantIsRead() {
        assertThat(Instants.read("known", " 2026-11-21T14:00:00Z ")).isEqualTo(Instant.ofEpochSecond(1_795_269_600L));
    }

    /** PostgreSQL knows no year 1,000,000,000. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-21",
                "yesterday",
                "1899-12-31T23:59:59Z",
                "2200-01-01T00:00:00Z",
                "+1000000000-01-01T00:00:00Z"
            })
    void whatIsNoneOrOfAnotherAgeIsRefusedAtItsField(String text) {
        assertThatThrownBy(() -> Instants.read("known", text))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.errors())
                                .extracting(error -> error.field() + " " + error.value())
                                .containsExactly("known " + text));
    }
}
