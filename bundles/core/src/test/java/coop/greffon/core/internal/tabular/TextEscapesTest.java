package coop.greffon.core.internal.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextEscapesTest {
    @Test
    void control_characters_are_coded_and_what_looks_like_a_code_is_kept_apart() {
        assertThat(TextEscapes.encode("a\u000Bb\r\n")).isEqualTo("a_x000B_b_x000D_\n");
        assertThat(TextEscapes.encode("_x000B_")).isEqualTo("_x005F_x000B_");
        assertThat(TextEscapes.encode("snake_xyz_case")).isEqualTo("snake_xyz_case");
        assertThat(TextEscapes.decode("a_x000b_b_x005F_x000B_$1")).isEqualTo("a\u000Bb_x000B_$1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a", "\u0000\u001F\uFFFF", "_x005F_", "__x0041__x0041_", "🌱", "\uD83C", "\uDF31a", "_x_"})
    void every_text_comes_back(String text) {
        assertThat(TextEscapes.decode(TextEscapes.encode(text))).isEqualTo(text);
    }
}
