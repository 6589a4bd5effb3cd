package coop.greffon.members.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.members.internal.rules.SearchQuery;
import coop.greffon.members.internal.store.SearchRanges.Range;
import coop.greffon.members.internal.store.SearchRanges.Ranked;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SearchRangesTest {
    private static List<Ranked> driving(String typed) {
        return new SearchRanges(SearchQuery.of(typed), Map.of()).driving();
    }

    @Test
    void oneWordIsReadWhereItIs() {
        assertThat(driving("not")).containsExactly(new Ranked(0, Range.of("not"), List.of()));
    }

    @Test
    void ofAParticleTheNamesThatBeginSoComeFirst() {
        assertThat(driving("Du"))
                .containsExactly(
                        new Ranked(0, Range.familyName("du"), List.of()),
                        new Ranked(1, Range.beyond("du"), List.of()),
                        new Ranked(2, Range.only("du"), List.of()));
        assertThat(driving("dup")).containsExactly(new Ranked(0, Range.of("dup"), List.of()));
        assertThat(driving("du not")).extracting(Ranked::range).contains(Range.of("&du not"));
    }

    @Test
    void ofTwoWordsThePairIsReadAndTheRestOfTheFirstIsAskedOfWhoeverIsMet() {
        assertThat(driving("not ton"))
                .containsExactly(
                        new Ranked(0, Range.of("&to not"), List.of(List.of(Range.of("ton")))),
                        new Ranked(0, Range.of("notton"), List.of()));
    }

    @Test
    void aPairTellsAllOfTwoLetters() {
        assertThat(driving("to not"))
                .containsExactly(
                        new Ranked(0, Range.of("&to not"), List.of()), new Ranked(1, Range.of("tonot"), List.of()));
    }

    @Test
    void aWordThatFitsBothTermsIsNoPair() {
        assertThat(driving("mar marchand")).contains(new Ranked(0, Range.of("marchand"), List.of()));
        assertThat(driving("mar marchand")).extracting(Ranked::range).doesNotContain(Range.of("&ma marchand"));
    }

    @Test
    void aThirdWordIsAskedOfWhoeverIsMet() {
        List<Range> third = List.of(Range.of("de"), Range.of("notde"));
        assertThat(driving("to not de"))
                .allSatisfy(ranked -> assertThat(ranked.others()).containsExactly(third));
        assertThat(driving("128 de"))
                .allSatisfy(ranked -> assertThat(ranked.others()).hasSize(1));
    }

    @Test
    void ofWordsInANameTheSortKeyTells() {
        assertThat(Range.of("ton").inName()).containsExactly("ton%", "% ton%");
        assertThat(Range.of("anne_m@exam").inName()).isEmpty();
        assertThat(Range.of("128").inName()).isEmpty();
        assertThat(Range.only("martin").inName()).isEmpty();
    }
}
