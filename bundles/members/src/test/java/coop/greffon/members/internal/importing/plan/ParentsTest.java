package coop.greffon.members.internal.importing.plan;

import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.members.MemberStatus;
import coop.greffon.members.internal.importing.model.FurtherAddress;
import coop.greffon.members.internal.importing.model.FurtherAddress.Use;
import coop.greffon.members.internal.importing.model.ImportChoices;
import coop.greffon.members.internal.importing.model.LinePlan;
import coop.greffon.members.internal.importing.model.Link;
import coop.greffon.members.internal.importing.model.Link.Role;
import coop.greffon.members.internal.importing.model.Outcome;
import coop.greffon.members.internal.importing.model.PostalAddress;
import coop.greffon.members.internal.importing.model.Reason;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who belongs to whom: households, contact persons, further addresses. */
class ParentsTest extends ImportTest {
    private static final String HEADINGS = "id|name|is_company|parent_id/id|type|street|city|vat|comment";

    @Test
    void aContactOfAPersonIsACoMemberThoughItStandsAbove() {
        var plans = apply(HEADINGS, "x.2|Luc Martin||x.1|Contact|||", "x.1|Léa Tran|||Contact|||");

        assertThat(outcomes(plans)).containsExactly(Outcome.CREATE, Outcome.CREATE);
        assertThat(plans.get(0).link()).contains(new Link(Role.CO_MEMBER, new Link.InFile(3, "Léa Tran")));
        assertThat(plans.get(1).link()).isEmpty();
        var parent = store.member("x.1").id();
        assertThat(store.member("x.2").link()).contains(new Link(Role.CO_MEMBER, new Link.Stored(parent, "Léa Tran")));
        assertThat(details(plans.get(0)).membership().status()).isEqualTo(MemberStatus.MEMBER);
    }

    @Test
    void parentsArePlannedBeforeChildren() {
        var plans = plan(HEADINGS, "x.2|Luc Martin||x.1|Contact|||", "x.1|Léa Tran|||Contact|||");

        assertThat(plans).extracting(plan -> plan.lines().first()).containsExactly(3L, 2L);
    }

    /** Odoo's XLSX has FALSE for nothing, and a spreadsheet that saves it as CSV writes the word. */
    @Test
    void theWordFalseOfOdooIsNobodyAndNothing() {
        var plans = plan("id|name|parent_id/id|category_id|barcode", "x.1|Léa Tran|False|false|4,2E+11");

        assertThat(plans.get(0).problems())
                .extracting(problem -> problem.reason())
                .containsExactly(Reason.CARD_ROUNDED);
        assertThat(details(plans.get(0)).profile().tags()).isEmpty();
        assertThat(details(plans.get(0)).identity().cards()).isEmpty();
        assertThat(plans.get(0).link()).isEmpty();
    }

    @Test
    void aParentWhoseOwnParentIsNowhereIsPlannedBeforeItsChildren() {
        var plans = plan(HEADINGS, "x.2|Luc Martin||x.1|Contact|||", "x.1|Léa Tran||x.9|Contact|||");

        assertThat(plans).extracting(plan -> plan.lines().first()).containsExactly(3L, 2L);
        assertThat(plans.get(0).problems())
                .extracting(problem -> problem.reason())
                .containsExactly(Reason.PARENT_UNKNOWN);
        assertThat(plans.get(1).link()).contains(new Link(Role.CO_MEMBER, new Link.InFile(3, "Léa Tran")));
    }

    @Test
    void aContactOfAnOrganisationIsAContactPersonAndNoMember() {
        var plans = apply(
                HEADINGS,
                "x.1|Ferme d'En-Haut|True||Contact|3 rue du Puits|Gap|BE0005990640",
                "x.2|Luc Martin||x.1|Contact|3 rue du Puits|Gap|BE0005990640");

        assertThat(plans.get(1).link()).contains(new Link(Role.CONTACT_PERSON, new Link.InFile(2, "Ferme d'En-Haut")));
        assertThat(details(plans.get(0)).membership().status()).isNull();
        assertThat(details(plans.get(1)).membership().status()).isNull();
        assertThat(details(plans.get(1)).profile().vat()).isEmpty();
        assertThat(plans.get(1).problems()).isEmpty();
    }

    @Test
    void aCoopMayTakeOrganisationsForMembers() {
        choices = new ImportChoices(choices.today(), choices.fileZone(), choices.coopZone(), false, false, true);

        var plans = apply(HEADINGS, "x.1|Ferme d'En-Haut|True||Contact|||", "x.2|Luc Martin||x.1|Contact|||");

        assertThat(plans)
                .allSatisfy(
                        plan -> assertThat(details(plan).membership().status()).isEqualTo(MemberStatus.MEMBER));
    }

    @Test
    void theAddressThatOdooCopiedFromTheParentIsNotTheChilds() {
        var plans = apply(
                HEADINGS,
                "x.1|Léa Tran|||Contact|3 rue du Puits|Gap|",
                "x.2|Luc Martin||x.1|Contact|3 rue du Puits|Gap|",
                "x.3|Zoé Roux||x.1|Contact|7 rue des Lilas|Gap|");

        assertThat(details(plans.get(1)).contact().address()).isEqualTo(PostalAddress.NONE);
        assertThat(details(plans.get(2)).contact().address().street()).isEqualTo("7 rue des Lilas");
    }

    /** Nobody else would keep where they live. */
    @Test
    void whoeverComesInWithoutTheirParentKeepsTheAddressThatOdooCopied() {
        var alone = plan(
                HEADINGS,
                "base.main_partner|La Clairette|True||Contact|3 rue du Puits|Gap|",
                "x.2|Luc Martin||base.main_partner|Contact|3 rue du Puits|Gap|");
        var refused = plan(
                "id|name|ref|parent_id/id|type|street|city",
                "x.8|Anna Maes|4||Contact|1 rue A|Nice",
                "x.9|Rémi Colin|4||Contact|3 rue du Puits|Gap",
                "x.3|Zoé Roux|3|x.9|Contact|3 rue du Puits|Gap");

        assertThat(reasons(alone.get(1))).containsExactly(Reason.PARENT_IGNORED);
        assertThat(reasons(refused.get(2))).containsExactly(Reason.PARENT_REFUSED);
        var copied = new PostalAddress("3 rue du Puits", "", "", "Gap", "");
        assertThat(details(alone.get(1)).contact().address()).isEqualTo(copied);
        assertThat(details(refused.get(2)).contact().address()).isEqualTo(copied);
    }

    @Test
    void otherTypesAreFurtherAddressesOfTheParent() {
        var plans = apply(
                HEADINGS + "|email|phone",
                "x.1|Ferme|True||Contact|1 rue A|Gap||||",
                "x.2|Quai n° 2||x.1|Delivery Address|2 rue B|Gap||Sonner|quai@example.org|06 39 98 12 34",
                "x.3|||x.1|Invoice Address|3 rue C|Nice||||",
                "x.4|Entrepôt||x.1|Other Address||||||");

        assertThat(outcomes(plans)).containsExactly(Outcome.CREATE, Outcome.CREATE, Outcome.CREATE, Outcome.IGNORED);
        assertThat(reasons(plans.get(3))).containsExactly(Reason.ADDRESS_EMPTY);
        assertThat(store.allAddresses())
                .containsExactly(
                        new FurtherAddress(
                                "x.2",
                                Use.DELIVERY,
                                "Quai n° 2",
                                new PostalAddress("2 rue B", "", "", "Gap", ""),
                                "06 39 98 12 34\nquai@example.org\nSonner"),
                        new FurtherAddress(
                                "x.3", Use.INVOICE, "", new PostalAddress("3 rue C", "", "", "Nice", ""), ""));
    }

    @Test
    void aFurtherAddressIsFoundAgainAndUpdated() {
        var parent = "x.1|Ferme|True||Contact|1 rue A|Gap|";
        apply(HEADINGS, parent, "x.2|Quai||x.1|delivery|2 rue B|Gap|");

        var same = apply(HEADINGS, parent, "x.2|Quai||x.1|delivery|2 rue B|Gap|");
        var moved = apply(HEADINGS, parent, "x.2|Quai||x.1|delivery|4 rue D||");

        assertThat(outcomes(same)).containsExactly(Outcome.UNCHANGED, Outcome.UNCHANGED);
        assertThat(outcomes(moved)).containsExactly(Outcome.UNCHANGED, Outcome.UPDATE);
        assertThat(moved.get(1).changes()).hasSize(1);
        assertThat(store.allAddresses())
                .extracting(FurtherAddress::address)
                .containsExactly(new PostalAddress("4 rue D", "", "", "Gap", ""));
    }

    @Test
    void ofParentsOfOneNameTheCopiedAddressAndVatNumberTell() {
        var plans = apply(
                ODOO,
                "x.1|Foyer Roux|Foyer Roux|1||||Contact|1 rue A|Gap||||||True",
                "x.2|Foyer Roux|Foyer Roux|2||||Contact|2 rue B|Gap||||||True",
                "x.3|Luc Martin|Foyer Roux, Luc Martin|3|||Foyer Roux|Contact|2 rue B|Gap||||||True",
                "x.4|Ferme|Ferme|||True||Contact|1 rue A|Gap||BE0005990640||||True",
                "x.5|Ferme|Ferme|||True||Contact|2 rue B|Gap||BE0005990641||||True",
                "x.6|Quai|Ferme, Quai||||Ferme|Adresse de livraison|9 rue Z|Gap||BE0005990641||||True",
                "x.7|Zoé Roux|Foyer Roux, Zoé Roux|7|||Foyer Roux|Contact|8 rue Y|Gap||||||True");

        assertThat(plans.get(2).link()).contains(new Link(Role.CO_MEMBER, new Link.InFile(3, "Foyer Roux")));
        assertThat(plans.get(5).link()).contains(new Link(Role.FURTHER_ADDRESS, new Link.InFile(6, "Ferme")));
        assertThat(plans.get(6).link()).isEmpty();
        assertThat(reasons(plans.get(6))).containsExactly(Reason.PARENT_AMBIGUOUS);
    }

    @Test
    void aParentMayBeInTheStoreOnly() {
        apply(HEADINGS, "x.1|Léa Tran|||Contact|1 rue A|Gap|");

        var plans = apply(HEADINGS, "x.2|Luc Martin||x.1|Contact|1 rue A|Gap|");
        var named = apply("Nom|Société liée", "Zoé Roux|Léa Tran");

        var parent = new Link.Stored(store.member("x.1").id(), "Léa Tran");
        assertThat(plans.get(0).link()).contains(new Link(Role.CO_MEMBER, parent));
        assertThat(details(plans.get(0)).contact().address()).isEqualTo(PostalAddress.NONE);
        assertThat(named.get(0).link()).contains(new Link(Role.CO_MEMBER, parent));
    }

    @Test
    void withoutItsParentAPersonComesInAloneAndAnAddressNotAtAll() {
        var plans = apply(HEADINGS, "x.2|Luc Martin||x.9|Contact|||", "x.3|Quai||x.9|delivery|2 rue B|Gap|");

        assertThat(outcomes(plans)).containsExactly(Outcome.CREATE, Outcome.ERROR);
        assertThat(reasons(plans.get(0))).containsExactly(Reason.PARENT_UNKNOWN);
        assertThat(reasons(plans.get(1))).containsExactly(Reason.PARENT_UNKNOWN, Reason.ADDRESS_OF_NOBODY);
        assertThat(plans.get(1).hasError()).isTrue();
    }

    @Test
    void aRefusedParentIsNoParentUnlessTheStoreHasIt() {
        var headings = "id|name|ref|parent_id/id|type";
        apply(headings, "x.1|Léa Tran|1||Contact");

        var plans = apply(
                headings,
                "x.8|Anna Maes|4||Contact",
                "x.1|Léa Tran|4||Contact",
                "x.9|Rémi Colin|4||Contact",
                "x.2|Luc Martin|2|x.1|Contact",
                "x.3|Zoé Roux|3|x.9|Contact");

        assertThat(outcomes(plans))
                .containsExactly(Outcome.CREATE, Outcome.ERROR, Outcome.ERROR, Outcome.CREATE, Outcome.CREATE);
        assertThat(plans.get(3).link().map(Link::parent))
                .contains(new Link.Stored(store.member("x.1").id(), "Léa Tran"));
        assertThat(plans.get(4).link()).isEqualTo(Optional.empty());
        assertThat(reasons(plans.get(4))).containsExactly(Reason.PARENT_REFUSED);
    }

    @Test
    void childrenOfChildrenBelongToTheOneAtTheTop() {
        var plans = apply(
                HEADINGS,
                "x.3|Zoé Roux||x.2|Contact|||",
                "x.2|Luc Martin||x.1|Contact|||",
                "x.1|Léa Tran|||Contact|||");

        assertThat(plans.get(0).link().map(Link::parent)).contains(new Link.InFile(4, "Léa Tran"));
    }

    @Test
    void aCircleOfParentsIsRefused() {
        var plans = apply(HEADINGS, "x.1|Léa Tran||x.2|Contact|||", "x.2|Luc Martin||x.1|Contact|||");

        assertThat(outcomes(plans)).containsExactly(Outcome.ERROR, Outcome.ERROR);
        assertThat(reasons(plans.get(0))).containsExactly(Reason.PARENT_LOOP);
    }

    @Test
    void whoBelongsToSomebodyElseNowIsUpdated() {
        var parents = List.of("x.1|Léa Tran|||Contact|||", "x.3|Zoé Roux|||Contact|||");
        apply(HEADINGS, parents.get(0), parents.get(1), "x.2|Luc Martin||x.1|Contact|||");

        var plans = apply(HEADINGS, parents.get(0), parents.get(1), "x.2|Luc Martin||x.3|Contact|||");
        var alone = apply(HEADINGS, "x.2|Luc Martin|||Contact|||");

        assertThat(plans.get(2).outcome()).isEqualTo(Outcome.UPDATE);
        assertThat(plans.get(2).changes()).singleElement().satisfies(change -> {
            assertThat(change.before()).isEqualTo("Léa Tran");
            assertThat(change.after()).isEqualTo("Zoé Roux");
        });
        assertThat(alone.get(0).outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(alone.get(0).link().map(Link::parent).map(Link.Parent::label))
                .contains("Zoé Roux");
    }

    @Test
    void whatOdooMadeForItselfIsProposedAsIgnoredAndItsChildrenComeInAlone() {
        var rows = new String[] {
            "base.main_partner|La Clairette|True||Contact|||", "x.2|Luc Martin||base.main_partner|Contact|||"
        };
        var plans = plan(HEADINGS, rows);

        assertThat(outcomes(plans)).containsExactly(Outcome.IGNORED, Outcome.CREATE);
        assertThat(problem(plans.get(0), Reason.PROGRAM_ACCOUNT).arguments())
                .containsExactly("base.main_partner", "La Clairette");
        assertThat(reasons(plans.get(1))).containsExactly(Reason.PARENT_IGNORED);
        assertThat(plans).noneMatch(LinePlan::hasError);

        choices = new ImportChoices(choices.today(), choices.fileZone(), choices.coopZone(), true, false, false);
        assertThat(outcomes(plan(HEADINGS, rows))).containsExactly(Outcome.CREATE, Outcome.CREATE);
    }
}
