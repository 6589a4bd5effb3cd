package coop.greffon.members.internal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            martin  | martin   | false | the same
            martin  | martinn  | true  | one too many at the end
            martin  | mmartin  | true  | one too many at the start
            martin  | marxtin  | true  | one too many within
            martin  | marti    | true  | one too few at the end
            martin  | artin    | true  | one too few at the start
            martin  | matin    | true  | one too few within
            martin  | mattin   | true  | another letter
            martin  | xartin   | true  | another letter at the start
            martin  | martix   | true  | another letter at the end
            martin  | amrtin   | true  | two swapped at the start
            martin  | matrin   | true  | two swapped within
            martin  | martni   | true  | two swapped at the end
            martin  | mratni   | false | two swaps
            martin  | tarmin   | false | swapped, not neighbours
            martin  | mart     | false | two too few
            martin  | martinet | false | two too many
            martin  | mxrtxn   | false | two others
            martin  | mratxn   | false | a swap and another
            ca      | abc      | false | a swap with a letter between
            """)
    void tellsASlipFromTwo(String name, String typed, boolean oneSlip, String why) {
        assertThat(Spelling.areOneSlipApart(name, typed)).as(why).isEqualTo(oneSlip);
        assertThat(Spelling.areOneSlipApart(typed, name)).as(why).isEqualTo(oneSlip);
        if (oneSlip) {
            assertThat(Spelling.variants(name)).as("an index finds it").containsAnyElementsOf(Spelling.variants(typed));
        }
    }

    @Test
    void variantsLackOneLetter() {
        assertThat(Spelling.variants("lucas")).isEqualTo(Set.of("lucas", "ucas", "lcas", "luas", "lucs", "luca"));
        assertThat(Spelling.variants("anna")).isEqualTo(Set.of("anna", "nna", "ana", "ann"));
    }

    @ParameterizedTest
    @CsvSource({"lopez, true", "diaz, false", "cafe21, false"})
    void shortNamesAreNotForgiven(String name, boolean forgiven) {
        assertThat(Spelling.isForgiven(name)).isEqualTo(forgiven);
    }
}
