package coop.greffon.members.internal.importing.cells;

import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.core.message.Text;
import coop.greffon.core.tabular.Cell;
import coop.greffon.core.tabular.RowProblem;
import coop.greffon.core.tabular.TabularFormat;
import coop.greffon.members.MemberKind;
import coop.greffon.members.MemberStatus;
import coop.greffon.members.internal.importing.Readings;
import coop.greffon.members.internal.importing.model.ImportChoices;
import coop.greffon.members.internal.importing.model.MemberDetails.Naming;
import coop.greffon.members.internal.importing.model.Phone;
import coop.greffon.members.internal.importing.model.PostalAddress;
import coop.greffon.members.internal.importing.model.Problem;
import coop.greffon.members.internal.importing.model.Reason;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineReaderTest extends LineReading {
    @Test
    void theApostropheBeforeASignIsTakenOffInCsvOnly() {
        assertThat(csv("Nom", "Léa Tran", "Tél", "'+33 6 39 98 12 34")
                        .details()
                        .contact()
                        .phones())
                .containsExactly(new Phone("+33 6 39 98 12 34", "639981234", false));
        assertThat(csv("Nom", "Léa Tran", "Notes", "'- relancé\n- relancé")
                        .details()
                        .profile()
                        .notes())
                .isEqualTo("- relancé\n- relancé");
        assertThat(csv("Nom", "Léa Tran", "Notes", "'").details().profile().notes())
                .isEqualTo("'");
        assertThat(csv("Nom", "Léa Tran", "Notes", "'Zaza").details().profile().notes())
                .isEqualTo("'Zaza");
        assertThat(xlsx("Nom", "Léa Tran", "Notes", "'+1").details().profile().notes())
                .isEqualTo("'+1");
    }

    @Test
    void formatsThatChangeLineEndsAndSpacesGiveTheSameNotes() {
        assertThat(csv("Nom", "Léa", "Notes", "Ligne 1\r\nLigne 2\r\n\r\nLigne 4")
                        .notes())
                .isEqualTo(xlsx("Nom", "Léa", "Notes", "Ligne 1 \nLigne 2 \n \nLigne 4")
                        .notes())
                .containsExactly("Ligne 1\nLigne 2\n\nLigne 4");
        assertThat(csv("Nom", "  Léa\u00a0 Tran ").label()).isEqualTo("Léa Tran");
        assertThat(csv("Nom", "Le\u0301a\u200b Tran").label()).isEqualTo("Léa Tran");
    }

    @Test
    void cellsOfSpreadsheetsSayYesAndNoThemselves() {
        var line = xlsx(
                "ID externe",
                "x.1",
                "Nom",
                "Ferme d'En-Haut",
                "Actif",
                new Cell.Bool(false),
                "Est une entreprise",
                new Cell.Bool(true));

        assertThat(line.details().membership().status()).isEqualTo(MemberStatus.FORMER);
        assertThat(line.details().naming()).isEqualTo(new Naming(MemberKind.ORGANISATION, "", "", "Ferme d'En-Haut"));
    }

    @Test
    void anEmptyCellOfACoopsOwnColumnSaysNothing() {
        assertThat(csv("Nom", "Léa Tran", "Actif", "").details().membership().status())
                .isEqualTo(MemberStatus.MEMBER);
        assertThat(reasons(csv("Nom", "Léa Tran", "Actif", "peut-être"))).containsExactly(Reason.YES_OR_NO_UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "Adhérent·e, MEMBER",
        "ANCIENNE, FORMER",
        "Démissionnaire, FORMER",
        "candidat, CANDIDATE",
        "up_to_date, MEMBER"
    })
    void aColumnOfStatusesGoesFirst(String told, MemberStatus status) {
        var line = csv("Nom", "Léa Tran", "Statut", told, "Actif", "non");

        assertThat(line.details().membership().status()).isEqualTo(status);
        assertThat(line.hints().statusTold()).isTrue();
    }

    @Test
    void anUnknownStatusIsTold() {
        var line = csv("Nom", "Léa Tran", "Statut", "pamplemousse");

        assertThat(reasons(line)).containsExactly(Reason.STATUS_UNKNOWN);
        assertThat(line.hints().statusTold()).isFalse();
    }

    @Test
    void whoeverHasLeftIsAFormerMember() {
        var gone =
                csv("Nom", "Léa Tran", "Date de départ", "31/12/2025").details().membership();
        var leaving =
                csv("Nom", "Léa Tran", "Date de départ", "31/12/2026").details().membership();

        assertThat(gone.status()).isEqualTo(MemberStatus.FORMER);
        assertThat(gone.leftOn()).isEqualTo(LocalDate.of(2025, 12, 31));
        assertThat(leaving.status()).isEqualTo(MemberStatus.MEMBER);
    }

    @Test
    void theDayOfJoiningIsThatOfCreationUnlessTold() {
        var created = csv("Nom", "Léa Tran", "Créé le", "2017-08-24 17:36:53");
        var joined = csv("Nom", "Léa Tran", "Créé le", "2017-08-24 17:36:53", "Date d'adhésion", "01/09/2017");

        assertThat(created.details().membership().joinedOn()).isEqualTo(LocalDate.of(2017, 8, 24));
        assertThat(created.hints().joinedByCreation()).isTrue();
        assertThat(joined.details().membership().joinedOn()).isEqualTo(LocalDate.of(2017, 9, 1));
        assertThat(joined.hints().joinedByCreation()).isFalse();
    }

    @Test
    void aMomentToldInLondonIsADayInParis() {
        choices = new ImportChoices(Readings.TODAY, ZoneId.of("Europe/London"), Readings.PARIS, false, false, false);
        var line = xlsx("Name", "Léa Tran", "Created on", new Cell.Moment(LocalDateTime.of(2019, 7, 25, 23, 30)));

        assertThat(line.details().membership().joinedOn()).isEqualTo(LocalDate.of(2019, 7, 26));
    }

    @Test
    void aFormulaIsAnErrorOfItsValueAndOfTheLineWhereItHidesWhoItIs() {
        var notes = xlsx("Nom", "Léa Tran", "Notes", new Cell.Formula("SUM(A1:A9)", "0"), "Ville", "Gap");
        var name = xlsx("Nom", new Cell.Formula("1+1", "2"), "Ville", "Gap");

        assertThat(reasons(notes)).containsExactly(Reason.FORMULA);
        assertThat(notes.problems().get(0).value()).isEqualTo("=SUM(A1:A9)");
        assertThat(notes.details().profile().notes()).isEmpty();
        assertThat(notes.details().contact().address().city()).isEqualTo("Gap");
        assertThat(reasons(name)).containsExactly(Reason.FORMULA_IN_KEY);
    }

    @Test
    void aRowThatCannotBeTrustedIsRefused() {
        var fault = Text.of("core.tabular.row.too-few-cells", 3, 22);
        var line = read(TabularFormat.CSV, Map.of("Nom", Cell.of("Léa Tran")), Optional.of(new RowProblem(2, fault)));

        assertThat(line.problems()).containsExactly(new Problem(null, Reason.ROW_UNREADABLE, "", List.of(fault)));
    }

    @Test
    void aValueThatIsTooLongIsRefusedAndShownInPart() {
        var line = csv("Nom", "Léa Tran", "Ville", "x".repeat(101), "Prénom", "y".repeat(101));

        assertThat(reasons(line)).containsExactlyInAnyOrder(Reason.TOO_LONG, Reason.TOO_LONG_IN_KEY);
        assertThat(line.details().contact().address().city()).isEmpty();
        assertThat(csv("Nom", "Léa Tran", "Notes", "x".repeat(50_001))
                        .problems()
                        .get(0)
                        .value())
                .hasSize(201)
                .endsWith("…");
    }

    @Test
    void numbersOfSpreadsheetsAreTexts() {
        var line = xlsx(
                "Nom", "Léa Tran",
                "N° adhérent", new Cell.Number(new BigDecimal("1814.0")),
                "CP", new Cell.Number(new BigDecimal("1000")),
                "Pays", "France",
                "Portable", new Cell.Number(new BigDecimal("639981234")));

        assertThat(line.details().identity().number()).isEqualTo("1814");
        assertThat(line.details().contact().address().zip()).isEqualTo("01000");
        assertThat(line.details().contact().phones()).containsExactly(new Phone("639981234", "639981234", true));
        assertThat(reasons(line)).containsExactly(Reason.ZIP_MENDED);
    }

    @Test
    void aPostalCodeIsKeptAsItIsElsewhere() {
        assertThat(csv("Nom", "Léa", "CP", "01000", "Pays", "FR")
                        .details()
                        .contact()
                        .address()
                        .zip())
                .isEqualTo("01000");
        assertThat(csv("Nom", "Léa", "CP", "1000", "Pays", "BE")
                        .details()
                        .contact()
                        .address()
                        .zip())
                .isEqualTo("1000");
        assertThat(csv("Nom", "Léa", "CP", "B-1180", "Pays", "")
                        .details()
                        .contact()
                        .address()
                        .zip())
                .isEqualTo("B-1180");
    }

    @Test
    void anUnknownCountryLeavesTheRestOfTheAddress() {
        var line = csv("Nom", "Léa Tran", "Rue", "3 rue du Puits", "Ville", "Klow", "Pays", "Syldavie");

        assertThat(line.details().contact().address())
                .isEqualTo(new PostalAddress("3 rue du Puits", "", "", "Klow", ""));
        assertThat(reasons(line)).containsExactly(Reason.COUNTRY_UNKNOWN);
    }

    @Test
    void theSameNumberInBothColumnsIsAMobileOne() {
        var line = csv("Nom", "Léa", "Téléphone", "06 39 98 12 34", "Portable", "+33639981234");

        assertThat(line.details().contact().phones()).containsExactly(new Phone("+33639981234", "639981234", true));
    }

    @Test
    void manyNamesAreCutBetweenTwoOfThem() {
        var line = csv("Nom", "Léa " + "Roux ".repeat(30).strip(), "Notes", "");

        // Given names are all but the last word: 29 times five characters and three for Léa, cut to 100.
        assertThat(line.details().naming().given()).isEqualTo("Léa" + " Roux".repeat(19));
        assertThat(line.details().naming().family()).isEqualTo("Roux");
        assertThat(reasons(line)).containsExactly(Reason.NAME_SHORTENED);
        assertThat(line.notes()).containsExactly("name: Léa" + " Roux".repeat(30));
    }

    @Test
    void whatAFieldCannotTakeGoesToTheNotes() {
        var line = csv("Nom", "Léa Tran - NPAI", "Mail", "voir sa fille", "Tél", "liste rouge", "Notes", "Ok");

        assertThat(line.notes())
                .containsExactly("Ok", "name: Léa Tran - NPAI", "mail: voir sa fille", "phone: liste rouge");
        assertThat(line.details().profile().notes())
                .isEqualTo("Ok\nname: Léa Tran - NPAI\nmail: voir sa fille\nphone: liste rouge");
    }

    @ParameterizedTest
    @CsvSource({
        "BE 0005990640, BE0005990640",
        "be0005.990.640, BE0005990640",
        "FR34000013361, FR34000013361",
        "CHE-000.013.361 TVA, CHE000013361TVA"
    })
    void theVatNumberOfAnOrganisationIsBroughtToOneSpelling(String typed, String number) {
        assertThat(csv("Nom", "Ferme", "Est une entreprise", "True", "N° TVA", typed)
                        .details()
                        .profile()
                        .vat())
                .isEqualTo(number);
    }

    @Test
    void aVatNumberIsNotForPeople() {
        var word = csv("Nom", "Ferme", "Est une entreprise", "True", "N° TVA", "en cours");
        var person = csv("Nom", "Léa Tran", "N° TVA", "BE0005990640");
        var contact = csv("Nom", "Léa Tran", "N° TVA", "BE0005990640", "Société liée", "Ferme");

        assertThat(reasons(word)).containsExactly(Reason.VAT_NOT_A_NUMBER);
        assertThat(word.notes()).containsExactly("vat: en cours");
        assertThat(reasons(person)).containsExactly(Reason.VAT_OF_A_PERSON);
        assertThat(contact.problems()).isEmpty();
        assertThat(contact.details().profile().vat()).isEmpty();
        assertThat(contact.parent().vat()).isEqualTo("BE0005990640");
    }

    @ParameterizedTest
    @CsvSource({
        "31/02/1980, DATE_BAD",
        "03/14/1980, DATE_BAD",
        "12/03/2080, DATE_OUT_OF_RANGE",
        "12/03/1880, DATE_OUT_OF_RANGE"
    })
    void anImpossibleDateOfBirthIsLeftOut(String date, Reason reason) {
        var line = csv("Nom", "Léa Tran", "Né le", date);

        assertThat(reasons(line)).containsExactly(reason);
        assertThat(line.details().profile().birthDate()).isNull();
    }
}
