package coop.greffon.members.internal.importing.columns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.members.internal.importing.model.Field;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnCorrectionTest {
    private static final List<String> HEADER = List.of("Nom", "Surnom", "Âge = ?");

    private static ColumnMapping applied(String... typed) {
        return ColumnCorrection.applied(
                List.of(typed), HEADER, ColumnMapping.NONE.with("Surnom", Assignment.to(Field.TAGS)));
    }

    @Test
    void aCorrectionGoesBeforeWhatIsRemembered() {
        var mapping = applied("surnom=notes", "Âge = ?=ignore", "Nom=name mirror");

        assertThat(mapping.choiceFor("Surnom")).contains(Assignment.to(Field.NOTES));
        assertThat(mapping.choiceFor("Âge = ?")).contains(Assignment.IGNORE);
        assertThat(mapping.choiceFor("Nom")).contains(new Assignment(Optional.of(Field.NAME), true));
    }

    @Test
    void withoutOneWhatIsRememberedStays() {
        assertThat(applied().choiceFor("Surnom")).contains(Assignment.to(Field.TAGS));
    }

    @ParameterizedTest
    @CsvSource({
        "Surnom, members.import.console.column",
        "Surnom=nickname, members.import.field.unknown",
        "Sobriquet=notes, members.import.column.unknown",
        "=notes, members.import.column.unknown"
    })
    void whatNamesNoFieldOrNoColumnIsRefused(String typed, String why) {
        assertThatThrownBy(() -> applied(typed))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.errors())
                                .extracting(
                                        FieldError::value,
                                        error -> error.message().key())
                                .containsExactly(tuple(typed, why)));
    }
}
