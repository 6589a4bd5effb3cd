package coop.greffon.members.internal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordPairsTest {
    @Test
    void eachWordIsFoundBesideEachOther() {
        assertThat(WordPairs.of(List.of("ines", "marchand", "mara")))
                .containsExactly("&in mara", "&in marchand", "&ma ines", "&ma mara", "&ma marchand");
    }

    @Test
    void numbersTelephonesAndMailAddressesHaveNone() {
        assertThat(WordPairs.of(List.of("128", "+639981234", "ines@example.org", "b12", "marchand")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"&ma dupont, dupont", "dupont, dupont"})
    void theSecondWordOfAPairIsWhatItIsSortedBy(String pair, String second) {
        assertThat(WordPairs.second(pair)).isEqualTo(second);
    }
}
