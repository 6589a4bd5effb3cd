package coop.greffon.members.internal.importing.plan;

import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.core.message.Text;
import coop.greffon.members.internal.importing.model.ImportChoices;
import coop.greffon.members.internal.importing.model.Outcome;
import coop.greffon.members.internal.importing.model.Reason;
import org.junit.jupiter.api.Test;

/** What one file gives twice. */
class DoublesTest extends ImportTest {
    private static final String HEADINGS = "ID externe|Nom|Référence|Code barre|Email|Est une entreprise";

    @Test
    void aNumberBelongsToTheFirstLineOnly() {
        var plans = apply(HEADINGS, "x.1|Léa Tran|01620||lea@example.org|", "x.2|Luc Martin|01620||luc@example.org|");

        assertThat(outcomes(plans)).containsExactly(Outcome.CREATE, Outcome.ERROR);
        assertThat(problem(plans.get(1), Reason.NUMBER_TWICE).arguments()).containsExactly("01620", 2L);
        assertThat(plans.get(1).wanted()).isEmpty();
    }

    @Test
    void aSuppliersReferenceCostsNobodyTheNumber() {
        var plans = apply(HEADINGS, "x.1|Ferme d'En-Haut|27|||True", "x.2|Luc Martin|27|||", "x.3|Rucher|27|||True");

        assertThat(outcomes(plans)).containsExactly(Outcome.CREATE, Outcome.CREATE, Outcome.CREATE);
        assertThat(problem(plans.get(0), Reason.NUMBER_OF_A_PERSON).arguments())
                .containsExactly("27", Text.of("members.import.line", 3L));
        assertThat(details(plans.get(0)).identity().number()).isEmpty();
        assertThat(details(plans.get(1)).identity().number()).isEqualTo("27");
        assertThat(details(plans.get(2)).identity().number()).isEmpty();

        var again = apply(HEADINGS, "x.1|Ferme d'En-Haut|27|||True");
        assertThat(outcomes(again)).containsExactly(Outcome.UNCHANGED);
        assertThat(reasons(again.get(0))).containsExactly(Reason.NUMBER_OF_A_PERSON);
    }

    @Test
    void twoSuppliersDoNotShareAReference() {
        var plans = apply(HEADINGS, "x.1|Ferme|F27|||True", "x.2|Rucher|F27|||True");

        assertThat(outcomes(plans)).containsExactly(Outcome.CREATE, Outcome.ERROR);
    }

    @Test
    void aCardCodeUsedTwiceIsLeftOutOnTheSecondLine() {
        var plans = apply(HEADINGS, "x.1|Léa Tran|1|0420000012184||", "x.2|Luc Martin|2|0420000012184||");

        assertThat(outcomes(plans)).containsExactly(Outcome.CREATE, Outcome.CREATE);
        assertThat(problem(plans.get(1), Reason.CARD_TWICE).arguments()).containsExactly("0420000012184", 2L);
        assertThat(details(plans.get(1)).identity().cards()).isEmpty();
        assertThat(plans.get(1).hasError()).isTrue();
    }

    @Test
    void oneRefusedValueMayRefuseTheLine() {
        choices = new ImportChoices(choices.today(), choices.fileZone(), choices.coopZone(), false, true, false);

        var plans = apply(HEADINGS, "x.1|Léa Tran|1|0420000012184||", "x.2|Luc Martin|2|0420000012184||");

        assertThat(outcomes(plans)).containsExactly(Outcome.CREATE, Outcome.ERROR);
    }

    @Test
    void anIdentifierGivenTwiceIsRefusedTheSecondTime() {
        var plans = apply(HEADINGS, "x.1|Léa Tran|1|||", "x.1|Léa Tran|1|||");

        assertThat(outcomes(plans)).containsExactly(Outcome.CREATE, Outcome.ERROR);
        assertThat(reasons(plans.get(1))).containsExactly(Reason.EXTERNAL_ID_TWICE);
    }

    @Test
    void theSamePersonUnderTwoNumbersIsOnlyTold() {
        var plans =
                apply(HEADINGS, "x.1|AÏCHA ÜNAL|542||AICHA@EXAMPLE.ORG|", "x.2|Aïcha Ünal|2464||aicha@example.org|");

        assertThat(outcomes(plans)).containsExactly(Outcome.CREATE, Outcome.CREATE);
        assertThat(problem(plans.get(1), Reason.SAME_PERSON_TWICE).arguments()).containsExactly("Aïcha Ünal", 2L);
    }

    @Test
    void twoLinesThatNothingTellsApartAreOne() {
        var plans = apply(
                "Nom|Prénom|Mail|Ville",
                "Tran|Léa|lea@example.org|Gap",
                "TRAN|Léa|lea@example.org|Nice",
                "Roux|Zoé||",
                "Roux|Zoé||",
                "Tran|Luc|lea@example.org|Gap");

        assertThat(outcomes(plans))
                .containsExactly(Outcome.CREATE, Outcome.ERROR, Outcome.CREATE, Outcome.ERROR, Outcome.CREATE);
        assertThat(reasons(plans.get(1))).containsExactly(Reason.SAME_LINE_TWICE);
    }
}
