package coop.greffon.members.internal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Inès                  | ines
            L’Hermitte            | l hermitte
            L'Hostis              | l hostis
            Marie-Bénédicte       | marie benedicte
            Œuvrard               | oeuvrard
            Łukasz Straße         | lukasz strasse
            ÉPICERIE & Cie. (vrac)| epicerie cie vrac
            Nguyễn                | nguyen
            '  de   La  Tour '    | de la tour
            2000 café             | 2000 cafe
            """)
    void bringsSpellingsTogether(String text, String folded) {
        assertThat(Folding.fold(text)).isEqualTo(folded);
    }
}
