package coop.greffon.members.internal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
        if (oneSlip && Spelling.isForgiven(name)) {
            assertThat(Spelling.halves(name)).as("an index finds it").containsAnyElementsOf(Spelling.halvesNear(typed));
        }
    }

    @Test
    void aNameIsFoundByEitherHalf() {
        assertThat(Spelling.halves("lucas")).containsExactly("5<lu", "5>cas");
        assertThat(Spelling.halves("martin")).containsExactly("6<mar", "6>tin");
    }

    @Test
    void looksForTheHalvesOfNamesOfEachLengthAndOfTheSwapBetweenThem() {
        assertThat(Spelling.halvesNear("matrin"))
                .isEqualTo(Set.of("5<ma", "5>rin", "6<mat", "6>rin", "6<mar", "7<mat", "7>trin"));
        assertThat(Spelling.halvesNear("luas")).isEqualTo(Set.of("5<lu", "5>uas"));
    }

    /** Every slip there is, tried on names of each length. */
    @ParameterizedTest
    @ValueSource(strings = {"lucas", "martin", "guillou", "lefebvre", "abcdefghi"})
    void noSlipEscapesTheIndex(String name) {
        Set<String> slips = new HashSet<>();
        for (int i = 0; i <= name.length(); i++) {
            slips.add(name.substring(0, i) + "x" + name.substring(i));
            if (i < name.length()) {
                slips.add(name.substring(0, i) + name.substring(i + 1));
                slips.add(name.substring(0, i) + "x" + name.substring(i + 1));
            }
            if (i + 1 < name.length()) {
                slips.add(name.substring(0, i) + name.charAt(i + 1) + name.charAt(i) + name.substring(i + 2));
            }
        }
        slips.remove(name);

        assertThat(slips).allSatisfy(typed -> {
            assertThat(Spelling.areOneSlipApart(name, typed)).isTrue();
            assertThat(Spelling.halves(name)).containsAnyElementsOf(Spelling.halvesNear(typed));
            assertThat(Spelling.patternsNear(typed))
                    .anySatisfy(pattern ->
                            assertThat(name).matches(pattern.replace("%", ".*").replace("_", ".")));
        });
    }

    @Test
    void namesThatBeginOtherwiseNeedNotBeLookedAtUnlessTheSlipIsThere() {
        assertThat(Spelling.patternsNear("luas")).isEqualTo(Set.of("l%", "_uas", "_luas", "uas", "ulas"));
    }

    @ParameterizedTest
    @CsvSource({"lopez, true", "diaz, false", "cafe21, false"})
    void shortNamesAreNotForgiven(String name, boolean forgiven) {
        assertThat(Spelling.isForgiven(name)).isEqualTo(forgiven);
    }
}
