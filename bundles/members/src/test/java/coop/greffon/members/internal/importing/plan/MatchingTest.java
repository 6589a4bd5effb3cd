package coop.greffon.members.internal.importing.plan;

import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.core.message.Text;
import coop.greffon.members.internal.importing.model.Field;
import coop.greffon.members.internal.importing.model.Outcome;
import coop.greffon.members.internal.importing.model.Problem;
import coop.greffon.members.internal.importing.model.Reason;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whom of the store a line is about. */
class MatchingTest extends ImportTest {
    private static final String HEADINGS = "ID externe|Nom|Référence|Email|Ville";

    private Optional<Long> matched(String headings, String row) {
        return plan(headings, row).get(0).storedId();
    }

    @Test
    void theExternalIdentifierGoesFirstThenTheNumberThenMailAndName() {
        apply(
                HEADINGS,
                "x.1|Léa Tran|1|lea@example.org|Gap",
                "|Luc Martin|2|luc@example.org|",
                "|Zoé Roux||zoe@example.org|");
        var lea = store.member("x.1").id();
        var luc = lea + 1;
        var zoe = lea + 2;

        assertThat(matched(HEADINGS, "x.1|Autre Nom|9|autre@example.org|")).contains(lea);
        assertThat(matched("N°|Mail", "2|nouveau@example.org")).contains(luc);
        assertThat(matched("Nom|Mail", "ROUX Zoé|ZOE@example.org")).contains(zoe);
        assertThat(matched("Nom|Mail", "Zoé Roux|autre@example.org")).isEmpty();
        assertThat(matched("Nom|Mail", "Anna Roux|zoe@example.org")).isEmpty();
        assertThat(matched(HEADINGS, "x.7|Zoé Roux|3|zoe@example.org|")).contains(zoe);
        assertThat(matched(HEADINGS, "x.7|Léa Tran|3|lea@example.org|")).isEmpty();
    }

    @Test
    void aNumberUnderAnotherIdentifierIsTheirsOnlyIfTheNameAgrees() {
        apply(HEADINGS, "x.1|Léa Tran|1||");

        var renewed = plan(HEADINGS, "y.1|TRAN Léa|1||").get(0);
        var other = plan(HEADINGS, "y.1|Luc Martin|1||").get(0);

        assertThat(renewed.outcome()).isEqualTo(Outcome.UPDATE);
        assertThat(reasons(renewed)).containsExactly(Reason.EXTERNAL_ID_DIFFERS);
        assertThat(other.outcome()).isEqualTo(Outcome.ERROR);
        assertThat(problem(other, Reason.NUMBER_TAKEN).arguments()).containsExactly("1", "Léa Tran");
    }

    @Test
    void aNumberUnderAnotherNameIsTold() {
        apply("N°|Nom", "1|Léa Tran");

        var plan = plan("N°|Nom", "1|Luc Martin").get(0);

        assertThat(plan.outcome()).isEqualTo(Outcome.UPDATE);
        assertThat(reasons(plan)).containsExactly(Reason.NAME_DIFFERS);
        assertThat(plan.changes())
                .extracting(change -> change.field())
                .containsExactly(Field.GIVEN_NAME, Field.FAMILY_NAME);
    }

    @Test
    void nobodyTakesTheNumberOrTheCardOfAnother() {
        var headings = "ID externe|Nom|Référence|Code barre";
        apply(headings, "x.1|Léa Tran|1|0420000012184", "x.2|Luc Martin|2|");

        var plans = plan(headings, "x.2|Luc Martin|1|");
        var card = plan(headings, "x.2|Luc Martin|2|0420000012184").get(0);

        assertThat(reasons(plans.get(0))).containsExactly(Reason.NUMBER_TAKEN);
        assertThat(card.outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(problem(card, Reason.CARD_TAKEN).arguments()).containsExactly("0420000012184", "Léa Tran");
    }

    @Test
    void severalPossiblePeopleAreNotGuessedAmong() {
        apply(HEADINGS, "x.1|Léa Tran|1|lea@example.org|", "x.2|Léa Tran|2|lea@example.org|");

        var plan = plan("Nom|Mail", "Léa Tran|lea@example.org").get(0);

        assertThat(plan.outcome()).isEqualTo(Outcome.ERROR);
        assertThat(problem(plan, Reason.SEVERAL_MATCHES).arguments()).containsExactly("Léa Tran", 2);
    }

    @Test
    void twoLinesAreNotAboutTheSamePerson() {
        apply(HEADINGS, "x.1|Léa Tran|1||");

        var plans = apply(HEADINGS, "x.1|Léa Tran|||", "|Léa Tran|1||");

        assertThat(outcomes(plans)).containsExactly(Outcome.UNCHANGED, Outcome.ERROR);
        assertThat(problem(plans.get(1), Reason.MATCHED_TWICE).arguments()).containsExactly("Léa Tran", 2L);
    }

    @Test
    void aPersonDoesNotBecomeAnOrganisation() {
        apply("N°|Nom|Est une entreprise", "1|Léa Tran|");

        var plan =
                plan("ID externe|N°|Nom|Est une entreprise", "x.1||Léa Tran|").get(0);
        var organisation =
                plan("N°|Nom|Email|Est une entreprise", "2|Léa Tran||True").get(0);

        assertThat(plan.outcome()).isEqualTo(Outcome.CREATE);
        assertThat(organisation.outcome()).isEqualTo(Outcome.CREATE);
        apply("ID externe|Nom", "x.9|Anna Maes");
        assertThat(reasons(plan("ID externe|Nom|Est une entreprise", "x.9|Anna Maes|True")
                        .get(0)))
                .containsExactly(Reason.KIND_DIFFERS);
    }

    @Test
    void whereOnlyTheNameIsKnownOtherFactsMustAgree() {
        var headings = "Nom|Né le|Rue|Téléphone";
        apply(headings, "Léa Tran|12/03/1980|3 rue du Puits|", "Léa Tran|01/01/1950||", "Luc Martin|||");

        assertThat(outcomes(plan(
                        headings, "Léa Tran|12/03/1980|3 rue du Puits|", "Léa Tran|01/01/1950||", "Luc Martin|||")))
                .containsExactly(Outcome.UNCHANGED, Outcome.UNCHANGED, Outcome.UNCHANGED);
        assertThat(matched(headings, "Léa Tran|05/05/2000||")).isEmpty();
    }

    @Test
    void whoeverIsNewNeedsAName() {
        assertThat(reasons(plan("N°|Mail", "7|lea@example.org").get(0))).containsExactly(Reason.NAME_MISSING);
    }

    @Test
    void theRulesOfEveryMemberHoldForTheImportToo() {
        var rule = new Problem(Field.VAT, Reason.AGAINST_THE_RULES, "", List.of(Text.of("members.rule.x")));
        check = details -> details.naming().given().equals("Léa") ? List.of(rule) : List.of();

        var plans = apply("Nom|Prénom", "Tran|Léa", "Martin|Luc");

        assertThat(outcomes(plans)).containsExactly(Outcome.ERROR, Outcome.CREATE);
        assertThat(plans.get(0).problems()).containsExactly(rule);
    }
}
