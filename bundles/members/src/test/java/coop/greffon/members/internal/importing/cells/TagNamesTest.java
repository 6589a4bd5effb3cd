package coop.greffon.members.internal.importing.cells;

import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.members.internal.importing.cells.TagNames.Style;
import coop.greffon.members.internal.importing.model.Reason;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TagNamesTest {
    private static final KnownTags NONE = new KnownTags(List.of(), Map.of());
    private static final KnownTags KNOWN = new KnownTags(
            List.of("Tarif réduit, étudiant", "Tarif réduit", "Équipe / Caisse", "NPAI"), Map.of("tag_12", "NPAI"));

    @Test
    void theLongestKnownNameIsTaken() {
        var reading = TagNames.ofNames("NPAI,Tarif réduit, étudiant,Équipe / Caisse", KNOWN, Style.ODOO_LIST);

        assertThat(reading.paths()).containsExactly("NPAI", "Tarif réduit, étudiant", "Équipe / Caisse");
        assertThat(reading.problems()).isEmpty();
    }

    @Test
    void aKnownNameIsSpeltTheKnownWay() {
        assertThat(TagNames.ofNames("tarif reduit;npai|équipe/ caisse", KNOWN, Style.FREE_LIST)
                        .paths())
                .containsExactly("Tarif réduit", "NPAI", "Équipe / Caisse");
    }

    @Test
    void withoutKnowledgeOdoosCommaHasNoSpaceAfterItAndTheReadingIsTold() {
        var reading = TagNames.ofNames("NPAI,Tarif réduit, étudiant", NONE, Style.ODOO_LIST);

        assertThat(reading.paths()).containsExactly("NPAI", "Tarif réduit, étudiant");
        assertThat(reading.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.reason()).isEqualTo(Reason.TAG_COMMA_GUESSED);
            assertThat(problem.arguments())
                    .isEqualTo(List.of("NPAI,Tarif réduit, étudiant", "NPAI | Tarif réduit, étudiant"));
        });
    }

    @Test
    void aTagOnARowOfItsOwnKeepsItsComma() {
        var reading = TagNames.ofNames("Tarif réduit, étudiant", NONE, Style.ONE_PER_ROW);

        assertThat(reading.paths()).containsExactly("Tarif réduit, étudiant");
        assertThat(reading.problems()).isEmpty();
    }

    @Test
    void aCoopsOwnListIsDividedAtEveryComma() {
        assertThat(TagNames.ofNames("Caisse, Fromage; Jardin", NONE, Style.FREE_LIST)
                        .paths())
                .containsExactly("Caisse", "Fromage", "Jardin");
    }

    @Test
    void aCellOfNothingButCommasIsRead() {
        assertThat(TagNames.ofNames(",".repeat(2000), KNOWN, Style.ODOO_LIST).paths())
                .isEmpty();
    }

    @Test
    void identifiersAreResolvedOrTold() {
        var reading = TagNames.ofIdentifiers("tag_12,tag_99", KNOWN);

        assertThat(reading.paths()).containsExactly("NPAI");
        assertThat(reading.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.reason()).isEqualTo(Reason.TAG_ID_UNKNOWN);
            assertThat(problem.value()).isEqualTo("tag_99");
        });
    }

    @Test
    void levelsOfAPathAreSpacedAlike() {
        assertThat(TagNames.path("Équipe/ Caisse /Samedi")).isEqualTo("Équipe / Caisse / Samedi");
        assertThat(TagNames.path("24/7")).isEqualTo("24/7");
    }
}
