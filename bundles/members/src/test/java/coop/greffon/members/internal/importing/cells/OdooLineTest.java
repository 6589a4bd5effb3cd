package coop.greffon.members.internal.importing.cells;

import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.core.tabular.Cell;
import coop.greffon.members.MemberKind;
import coop.greffon.members.MemberStatus;
import coop.greffon.members.internal.importing.model.FurtherAddress.Use;
import coop.greffon.members.internal.importing.model.MemberDetails.Naming;
import coop.greffon.members.internal.importing.model.PostalAddress;
import coop.greffon.members.internal.importing.model.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines as Odoo writes them. */
class OdooLineTest extends LineReading {
    private static final String CUT =
            "Le contenu de cette cellule est trop long pour un fichier XLSX (plus de 32767 caractères)."
                    + " Veuillez utiliser le format CSV pour cette exportation.";

    @Test
    void falseStandsForNothingInARelation() {
        var line = xlsx(
                "id",
                "x.1",
                "name",
                "Léa Tran",
                "parent_id",
                new Cell.Bool(false),
                "country_id",
                new Cell.Bool(false),
                "category_id",
                new Cell.Bool(false));

        assertThat(line.parent()).isNull();
        assertThat(line.details().contact().address()).isEqualTo(PostalAddress.NONE);
        assertThat(line.details().profile().tags()).isEmpty();
        assertThat(line.problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"True, MEMBER", "'', FORMER", "Vrai, MEMBER", "False, FORMER"})
    void anEmptyCellOfOdoosColumnActiveIsAnArchivedRecord(String active, MemberStatus status) {
        var membership = csv("ID externe", "x.1", "Nom", "Léa Tran", "Actif", active)
                .details()
                .membership();

        assertThat(membership.status()).isEqualTo(status);
        assertThat(membership.reasonKey())
                .isEqualTo(status == MemberStatus.FORMER ? "members.import.status.archived" : "");
    }

    @Test
    void theSentenceThatOdooPutsInPlaceOfALongNoteIsNoNote() {
        var english = "The content of this cell is too long for an XLSX file (more than 32767 characters)."
                + " Please use the CSV format for this export.";
        for (var sentence : List.of(CUT, english)) {
            var line = xlsx("Nom", "Léa", "Notes", sentence);

            assertThat(line.notes()).isEmpty();
            assertThat(reasons(line)).contains(Reason.NOTES_CUT_BY_EXPORT);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Adresse de livraison, DELIVERY",
        "Delivery Address, DELIVERY",
        "delivery, DELIVERY",
        "Leveringsadres, DELIVERY",
        "Adresse de facturation, INVOICE",
        "Invoice Address, INVOICE",
        "Autre adresse, OTHER",
        "Other Address, OTHER",
        "Private Address, OTHER"
    })
    void aChildOfAnotherTypeIsAFurtherAddress(String type, Use use) {
        var line = csv("Nom", "Quai n° 2", "Société liée", "Ferme", "Type d'adresse", type);

        assertThat(line.use()).isEqualTo(use);
        assertThat(line.details().naming().organisation()).isEqualTo("Quai n° 2");
        assertThat(line.problems()).isEmpty();
    }

    @Test
    void aChildOfTypeContactIsAPerson() {
        var line = csv("Nom", "Léa Tran", "Société liée", "Ferme", "Type d'adresse", "Contact");
        var odd = csv("Nom", "Léa Tran", "Société liée", "Ferme", "Type d'adresse", "Grenier");

        assertThat(line.isAddress()).isFalse();
        assertThat(odd.isAddress()).isFalse();
        assertThat(reasons(odd)).contains(Reason.ADDRESS_TYPE_UNKNOWN);
        assertThat(csv("Nom", "", "Société liée", "Ferme", "Type d'adresse", "").use())
                .isEqualTo(Use.OTHER);
        assertThat(csv("Nom", "Léa Tran", "Société liée", "", "Type d'adresse", "Autre adresse")
                        .isAddress())
                .isFalse();
    }

    @Test
    void anOrganisationBesideAPersonIsWhereThePersonWorks() {
        var person = csv("Société", "Ferme", "Nom", "Tran", "Prénom", "Léa");
        var organisation = csv("Société", "Ferme", "Nom", "", "Prénom", "");

        assertThat(person.details().naming()).isEqualTo(new Naming(MemberKind.PERSON, "Léa", "Tran", ""));
        assertThat(person.parent().name()).isEqualTo("Ferme");
        assertThat(organisation.details().naming()).isEqualTo(new Naming(MemberKind.ORGANISATION, "", "", "Ferme"));
        assertThat(organisation.parent()).isNull();
    }

    @Test
    void recordsThatOdooMadeForItselfAreTold() {
        assertThat(csv("ID externe", "base.partner_root", "Nom", "OdooBot").programAccount())
                .isTrue();
        assertThat(csv("id", "base.partner_root", "Nom", "OdooBot").programAccount())
                .isFalse();
    }
}
