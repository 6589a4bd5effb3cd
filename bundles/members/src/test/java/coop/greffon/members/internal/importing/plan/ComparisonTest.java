package coop.greffon.members.internal.importing.plan;

import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.core.message.Text;
import coop.greffon.members.MemberKind;
import coop.greffon.members.MemberStatus;
import coop.greffon.members.internal.importing.columns.Assignment;
import coop.greffon.members.internal.importing.columns.ColumnMapping;
import coop.greffon.members.internal.importing.model.Change;
import coop.greffon.members.internal.importing.model.Field;
import coop.greffon.members.internal.importing.model.LinePlan;
import coop.greffon.members.internal.importing.model.MemberDetails;
import coop.greffon.members.internal.importing.model.MemberDetails.Naming;
import coop.greffon.members.internal.importing.model.Outcome;
import coop.greffon.members.internal.importing.model.Phone;
import coop.greffon.members.internal.importing.model.Reason;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a line changes of what the store holds. */
class ComparisonTest extends ImportTest {
    private static final String HEADINGS =
            "N°|Nom|Prénom|Mail|Tél|Rue|Ville|Étiquettes|Carte|Notes|Né le|Langue|Statut|Date d'adhésion|Date de départ";
    private static final String LEA =
            "1|Tran|Léa|lea@example.org|06 39 98 12 34|3 rue du Puits|Gap|Caisse;Jardin|AB-1|Vient le mardi"
                    + "|12/03/1980|fr|Membre|01/09/2017|";

    private LinePlan change(String headings, String row) {
        return apply(headings, row).get(0);
    }

    private MemberDetails stored() {
        return store.members().iterator().next().details();
    }

    @Test
    void theSameFileTwiceChangesNothing() {
        apply(HEADINGS, LEA);

        var again = change(HEADINGS, LEA);

        assertThat(again.outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(again.changes()).isEmpty();
        assertThat(again.problems()).isEmpty();
    }

    @Test
    void filledCellsWinAndTheOldAndNewValuesAreTold() {
        apply(HEADINGS, LEA);

        var plan = change("N°|Ville|Né le|Langue|Date d'adhésion", "1|Nice|13/03/1980|nl|01/10/2017");

        assertThat(plan.outcome()).isEqualTo(Outcome.UPDATE);
        assertThat(plan.changes())
                .containsExactlyInAnyOrder(
                        new Change(Field.CITY, "Gap", "Nice"),
                        new Change(Field.BIRTH_DATE, LocalDate.of(1980, 3, 12), LocalDate.of(1980, 3, 13)),
                        new Change(Field.LANGUAGE, "fr", "nl"),
                        new Change(Field.JOINED_ON, LocalDate.of(2017, 9, 1), LocalDate.of(2017, 10, 1)));
        assertThat(stored().contact().address().street()).isEqualTo("3 rue du Puits");
    }

    @Test
    void anEmptyCellErasesNothing() {
        apply(HEADINGS, LEA);
        var before = stored();

        var plan = change(HEADINGS, "1||||||||||||||");

        assertThat(plan.outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void mailsPhonesTagsAndCardsAreAddedTo() {
        apply(HEADINGS, LEA);

        var plan = change("N°|Mail|Tél|Étiquettes|Carte", "1|lea@example.net|+32 2 000 00 65|Jardin;Fromage|AB-2");

        assertThat(stored().contact().mails()).containsExactly("lea@example.org", "lea@example.net");
        assertThat(stored().contact().phones()).extracting(Phone::digits).containsExactly("639981234", "20000065");
        assertThat(stored().profile().tags()).containsExactly("Caisse", "Fromage", "Jardin");
        assertThat(stored().identity().cards()).containsExactly("AB-1", "AB-2");
        assertThat(plan.changes())
                .contains(new Change(Field.MAIL, "lea@example.org", "lea@example.org, lea@example.net"))
                .hasSize(4);
    }

    @Test
    void anotherSpellingOfTheSamePhoneIsNoChange() {
        apply(HEADINGS, LEA);

        assertThat(change("N°|Tél", "1|+33 (0)6.39.98.12.34").outcome()).isEqualTo(Outcome.UNCHANGED);
    }

    @Test
    void aMirroredColumnErasesAndReplaces() {
        apply(HEADINGS, LEA);
        mapping = ColumnMapping.NONE
                .with("Ville", new Assignment(Optional.of(Field.CITY), true))
                .with("Né le", new Assignment(Optional.of(Field.BIRTH_DATE), true))
                .with("Mail", new Assignment(Optional.of(Field.MAIL), true))
                .with("Étiquettes", new Assignment(Optional.of(Field.TAGS), true))
                .with("Notes", new Assignment(Optional.of(Field.NOTES), true))
                .with("Tél", new Assignment(Optional.of(Field.PHONE), true));

        var plan = change("N°|Ville|Né le|Mail|Étiquettes|Notes|Tél", "1|||lea@example.net|||");

        assertThat(stored().contact().address().city()).isEmpty();
        assertThat(stored().profile().birthDate()).isNull();
        assertThat(stored().contact().mails()).containsExactly("lea@example.net");
        assertThat(stored().contact().phones()).isEmpty();
        assertThat(stored().profile().tags()).isEmpty();
        assertThat(stored().profile().notes()).isEmpty();
        assertThat(plan.changes())
                .contains(
                        new Change(Field.CITY, "Gap", ""), new Change(Field.BIRTH_DATE, LocalDate.of(1980, 3, 12), ""));
    }

    @Test
    void aMirroredColumnDoesNotEraseForACellThatCannotBeRead() {
        apply(HEADINGS, LEA);
        mapping = ColumnMapping.NONE
                .with("Mail", new Assignment(Optional.of(Field.MAIL), true))
                .with("Né le", new Assignment(Optional.of(Field.BIRTH_DATE), true));

        change("N°|Mail|Né le", "1|lea@|hier");

        assertThat(stored().contact().mails()).containsExactly("lea@example.org");
        assertThat(stored().profile().birthDate()).isEqualTo(LocalDate.of(1980, 3, 12));
    }

    @Test
    void notesAreContinuedOnce() {
        apply(HEADINGS, LEA);

        change("N°|Notes", "1|Vient");
        var again = change("N°|Notes", "1|Vient");

        assertThat(stored().profile().notes()).isEqualTo("Vient le mardi\nVient");
        assertThat(again.outcome()).isEqualTo(Outcome.UNCHANGED);
    }

    @Test
    void theDivisionOfANameCorrectedByPeopleStays() {
        apply("N°|Nom", "1|Hoarau Thérèse");
        change("N°|Nom|Prénom", "1|Hoarau|Thérèse");

        var plan = change("N°|Nom complet", "1|HOARAU THÉRÈSE");

        assertThat(plan.outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(stored().naming().given()).isEqualTo("Thérèse");
    }

    @Test
    void anAccentIsACorrectionAndACapitalIsNot() {
        apply("N°|Nom|Prénom", "1|Lévêque|Helene");

        assertThat(change("N°|Nom|Prénom", "1|LÉVÊQUE|helene").outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(change("N°|Nom", "1|Hélène LÉVÊQUE").changes())
                .containsExactly(new Change(Field.GIVEN_NAME, "Helene", "Hélène"));
        assertThat(stored().naming()).isEqualTo(new Naming(MemberKind.PERSON, "Hélène", "Lévêque", ""));
    }

    @Test
    void notBeingArchivedBringsNobodyBack() {
        apply(HEADINGS, LEA.replace("Membre", "Démissionnaire"));

        var active = change("ID externe|N°|Nom|Actif|Créé le", "x.1|1|Léa Tran|True|2016-01-01 10:00:00");

        assertThat(active.changes()).containsExactly(new Change(Field.EXTERNAL_ID, "", "x.1"));
        assertThat(stored().membership().status()).isEqualTo(MemberStatus.FORMER);
        assertThat(stored().membership().joinedOn()).isEqualTo(LocalDate.of(2017, 9, 1));
    }

    @Test
    void archivingAndAToldStatusChangeItAndSaySo() {
        apply(HEADINGS, LEA);

        var archived = change("ID externe|N°|Nom|Actif", "x.1|1|Léa Tran|");
        assertThat(archived.changes())
                .contains(new Change(Field.STATUS, Text.of("members.status.MEMBER"), Text.of("members.status.FORMER")));
        assertThat(reasons(archived)).containsExactly(Reason.STATUS_CHANGES);
        assertThat(stored().membership().reasonKey()).isEqualTo("members.import.status.archived");

        var told = change("N°|Statut", "1|Membre");
        assertThat(told.outcome()).isEqualTo(Outcome.UPDATE);
        assertThat(stored().membership().status()).isEqualTo(MemberStatus.MEMBER);
        assertThat(stored().membership().reasonKey()).isEmpty();
    }
}
