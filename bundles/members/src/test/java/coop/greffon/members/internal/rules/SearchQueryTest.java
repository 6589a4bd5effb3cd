package coop.greffon.members.internal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.members.internal.rules.SearchQuery.Term;
import java.util.List;
import org.junit.jupiter.api.Test;

class SearchQueryTest {
    private static Term word(String word) {
        return new Term(List.of(word), word.length() >= 4 ? word : null);
    }

    private static Term exact(String... beginnings) {
        return new Term(List.of(beginnings), null);
    }

    private static List<Term> terms(String typed) {
        return SearchQuery.of(typed).terms();
    }

    @Test
    void eachWordIsATerm() {
        assertThat(terms("  Inès MAR")).containsExactly(word("ines"), exact("mar", "inesmar"));
        assertThat(terms("l’hermitte"))
                .containsExactly(word("l"), new Term(List.of("hermitte", "lhermitte"), "hermitte"));
    }

    @Test
    void nothingIsNothing() {
        assertThat(terms(null)).isEmpty();
        assertThat(terms(" ’ - ")).isEmpty();
    }

    @Test
    void aMailIsTakenWhole() {
        assertThat(terms("Hélène.Louise@Exa")).containsExactly(exact("helene.louise@exa"));
    }

    @Test
    void digitsMayBeANumberACardOrATelephone() {
        assertThat(terms("0128")).containsExactly(exact("0128", "+128"));
        assertThat(terms("128")).containsExactly(exact("128", "+128"));
        assertThat(terms("06 39 98")).containsExactly(exact("063998", "+63998"));
        assertThat(terms("+33 6 39.98-12")).containsExactly(exact("336399812", "+6399812"));
        assertThat(terms("420000128005")).containsExactly(exact("420000128005", "0420000128005", "+420000128005"));
    }

    @Test
    void whatPeopleWriteBeforeANumberIsNotLookedFor() {
        for (String sign : List.of("n°", "N° ", "nº", "no ", "No")) {
            assertThat(terms(sign + "128")).as(sign).containsExactly(exact("128", "+128"));
        }
        assertThat(terms("nora")).containsExactly(word("nora"));
    }

    @Test
    void aDigitMayBeASlip() {
        assertThat(terms("dup0nt")).containsExactly(new Term(List.of("dup0nt"), "dup0nt"));
        assertThat(terms("M0749")).containsExactly(exact("m0749"));
    }

    @Test
    void twoDigitsAreAWord() {
        assertThat(terms("12")).containsExactly(exact("12"));
    }

    @Test
    void nameAndTelephoneMayComeTogether() {
        assertThat(terms("dupont 06 39")).containsExactly(exact("0639", "+639"), word("dupont"));
        assertThat(terms("M-0749")).containsExactly(exact("0749", "+749"), exact("m"));
    }

    @Test
    void neverMoreThanSixTerms() {
        assertThat(terms("a b c d e f g h")).hasSize(6);
    }

    @Test
    void theRangeOfABeginningEndsBeforeTheNextLetter() {
        assertThat(SearchQuery.after("mar")).isEqualTo("mas");
    }

    @Test
    void theLongestTermIsTheNarrowest() {
        assertThat(SearchQuery.of("ma dupont").narrowest())
                .isEqualTo(new Term(List.of("dupont", "madupont"), "dupont"));
    }
}
