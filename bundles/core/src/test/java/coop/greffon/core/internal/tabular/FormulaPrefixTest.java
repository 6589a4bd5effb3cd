package coop.greffon.core.internal.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaPrefixTest {
    @ParameterizedTest
    @ValueSource(strings = {"=1", "+1", "-1", "@x", "\tx", "\rx", "\nx", "'=1", "''+1"})
    void what_would_run_as_a_formula_is_guarded_and_comes_back(String text) {
        assertThat(FormulaPrefix.add(text)).isEqualTo("'" + text);
        assertThat(FormulaPrefix.remove("'" + text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "'", "''", "'a", "l'an", " =1", "1-2"})
    void any_other_text_is_left_alone(String text) {
        assertThat(FormulaPrefix.add(text)).isEqualTo(text);
        assertThat(FormulaPrefix.remove(text)).isEqualTo(text);
    }
}
