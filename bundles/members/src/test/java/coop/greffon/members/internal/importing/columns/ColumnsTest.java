package coop.greffon.members.internal.importing.columns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.greffon.core.message.Text;
import coop.greffon.members.internal.importing.model.Field;
import coop.greffon.members.internal.listing.MemberColumns;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnsTest {
    private static final String FRENCH_LABELS = "ID Externe|Nom|Nom affiché|Référence|Code barre|Est une entreprise"
            + "|Société liée|Type d'adresse|Rue|Rue 2|Code postal|Ville|Pays|Email|Téléphone|Mobile|Langue|N° TVA|Étiquettes"
            + "|Notes|Créé le|Actif";
    private static final String ENGLISH_LABELS = "External ID|Name|Display Name|Reference|Barcode|Is a Company"
            + "|Related Company|Address Type|Street|Street2|Zip|City|Country|Email|Phone|Mobile|Language|Tax ID|Tags|Notes"
            + "|Created on|Active";
    private static final String TECHNICAL =
            "id|name|display_name|ref|barcode|is_company|parent_id|type|street|street2|zip"
                    + "|city|country_id|email|phone|mobile|lang|vat|category_id|comment|create_date|active";
    private static final List<Field> ALL = List.of(
            Field.EXTERNAL_ID,
            Field.NAME,
            Field.DISPLAY_NAME,
            Field.NUMBER,
            Field.CARD,
            Field.IS_ORGANISATION,
            Field.PARENT_NAME,
            Field.ADDRESS_TYPE,
            Field.STREET,
            Field.STREET2,
            Field.ZIP,
            Field.CITY,
            Field.COUNTRY,
            Field.MAIL,
            Field.PHONE,
            Field.MOBILE,
            Field.LANGUAGE,
            Field.VAT,
            Field.TAGS,
            Field.NOTES,
            Field.CREATED_ON,
            Field.ACTIVE);

    private static Columns recognise(String headings) {
        return Columns.recognise(Arrays.asList(headings.split("\\|", -1)), ColumnMapping.NONE);
    }

    private static List<Field> fields(Columns columns) {
        return columns.all().stream()
                .map(column -> column.assignment().field().orElseThrow())
                .toList();
    }

    @Test
    void odooHeadingsAreRecognisedInFrenchEnglishAndTechnicalNames() {
        for (var headings : List.of(FRENCH_LABELS, ENGLISH_LABELS, TECHNICAL)) {
            assertThat(fields(recognise(headings))).isEqualTo(ALL);
            assertThat(recognise(headings).fromOdoo()).isTrue();
            assertThat(recognise(headings).faults()).isEmpty();
        }
        assertThat(recognise(FRENCH_LABELS).hasTechnicalNames()).isFalse();
        assertThat(recognise(TECHNICAL).hasTechnicalNames()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "parent_id/id | PARENT_ID",
                "parent_id/name | PARENT_NAME",
                "Société liée/ID Externe | PARENT_ID",
                "Related Company/External ID | PARENT_ID",
                "category_id/id | TAG_IDS",
                "Étiquettes/ID externe | TAG_IDS",
                "Tags/Display Name | TAGS",
                "country_id/id | COUNTRY",
                "Country/External ID | COUNTRY",
                "  CODE   POSTAL * | ZIP",
                "code-postal | ZIP",
                "CP | ZIP",
                "Adresse mail | MAIL",
                "Adresse e-mail : | MAIL",
                "Courriel | MAIL",
                "Téléphone portable | MOBILE",
                "tel. portable | MOBILE",
                "GSM | MOBILE",
                "Tél fixe | PHONE",
                "N° adhérent | NUMBER",
                "Nº adhérent | NUMBER",
                "numero d’adherent | NUMBER",
                "Member number | NUMBER",
                "Prénom | GIVEN_NAME",
                "First name | GIVEN_NAME",
                "NOM DE FAMILLE | FAMILY_NAME",
                "Nom Prénom | NAME_FAMILY_FIRST",
                "Nom, prénom | NAME_FAMILY_FIRST",
                "Prénom Nom | NAME",
                "Date de naissance | BIRTH_DATE",
                "Né(e) le | BIRTH_DATE",
                "Né·e le | BIRTH_DATE",
                "Date of birth | BIRTH_DATE",
                "Statut | STATUS",
                "Date d'adhésion | JOINED_ON",
                "Date d’adhésion | JOINED_ON",
                "Date de départ | LEFT_ON",
                "Code-barres | CARD",
                "N° de carte | CARD",
                "Raison sociale | ORGANISATION",
                "Nom de l’organisation | ORGANISATION",
                "Personne ou organisation | IS_ORGANISATION",
                "Identifiant Greffon | RECORD_ID",
                "Greffon identifier | RECORD_ID",
                "Courriels | MAIL",
                "Other mails | MAIL",
                "Autres téléphones | PHONE",
                "Second line | STREET2",
                "Depuis | SINCE",
                "Commentaires | NOTES",
                "Gemeente | CITY",
            })
    void headingsAreRecognisedHoweverTheyAreWritten(String heading, Field field) {
        assertThat(fields(recognise(heading))).containsExactly(field);
    }

    @ParameterizedTest
    @CsvSource({"Website", "child_ids/name", "Contacts/Nom", "Image", "bank_ids/id", "Société liée/Téléphone"})
    void otherHeadingsAreNamedAsUnknown(String heading) {
        var columns = recognise("Nom|" + heading);

        assertThat(columns.unknown()).containsExactly(heading);
        assertThat(columns.all().get(1).assignment()).isEqualTo(Assignment.IGNORE);
    }

    @Test
    void nomIsTheFamilyNameBesideAColumnOfGivenNames() {
        assertThat(fields(recognise("Nom|Prénom"))).containsExactly(Field.FAMILY_NAME, Field.GIVEN_NAME);
        assertThat(fields(recognise("Nom|Mail"))).containsExactly(Field.NAME, Field.MAIL);
        assertThat(fields(recognise("Name|First name|Last name")))
                .containsExactly(Field.NAME, Field.GIVEN_NAME, Field.FAMILY_NAME);
    }

    @Test
    void twoColumnsMayFeedMailsAndPhonesButNotOneNumber() {
        var columns = recognise("Nom|Mail|Autre mail|Numéro|Référence");

        assertThat(columns.indexesOf(Field.MAIL)).containsExactly(1, 2);
        assertThat(columns.faults())
                .containsExactly(new MappingFault(
                        MappingFault.Kind.FIELD_TWICE,
                        List.of(Text.of("members.import.field.number"), "Numéro, Référence")));
    }

    @Test
    void aFileThatTellsNobodyIsRefused() {
        assertThat(recognise("Ville|Pays|Notes").faults())
                .containsExactly(new MappingFault(MappingFault.Kind.NOBODY_IDENTIFIED, List.of()));
        assertThat(recognise("Ville|N° adhérent").faults()).isEmpty();
    }

    @Test
    void aChoiceMadeByHandGoesFirstAndIsRemembered() {
        var chosen = ColumnMapping.NONE
                .with("Gars", Assignment.to(Field.NAME))
                .with("VILLE", Assignment.IGNORE)
                .with("Rue", new Assignment(Optional.of(Field.STREET), true));

        var remembered = ColumnMapping.fromTexts(chosen.toTexts());

        assertThat(chosen.toTexts()).isEqualTo(Map.of("gars", "name", "ville", "ignore", "rue", "street mirror"));
        assertThat(remembered).isEqualTo(chosen);
        var columns = Columns.recognise(List.of("gars", "Ville", "Rue", "CP"), remembered);
        assertThat(columns.all())
                .extracting(Column::how)
                .containsExactly(Column.How.CHOSEN, Column.How.CHOSEN, Column.How.CHOSEN, Column.How.RECOGNISED);
        assertThat(columns.has(Field.CITY)).isFalse();
        assertThat(columns.unknown()).isEmpty();
        assertThat(columns.mirrored(Field.STREET)).isTrue();
        assertThat(columns.mirrored(Field.ZIP)).isFalse();
    }

    @Test
    void aRememberedFieldThatIsNoMoreIsToldAtOnce() {
        assertThatThrownBy(() -> ColumnMapping.fromTexts(Map.of("Rue", "boulevard")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("boulevard");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void everyColumnOfOurOwnExportIsKnown(String language) throws IOException {
        var messages = new Properties();
        var file = "/GREFFON-INF/i18n/messages_" + language + ".properties";
        try (var reader = new InputStreamReader(Columns.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
            messages.load(reader);
        }
        var headings = MemberColumns.all().stream()
                .map(column -> messages.getProperty(column.label()))
                .toList();

        var columns = Columns.recognise(headings, ColumnMapping.NONE);

        assertThat(columns.unknown()).isEmpty();
        assertThat(columns.faults()).isEmpty();
        assertThat(columns.fromOdoo()).isFalse();
        assertThat(columns.all())
                .filteredOn(column -> column.how() == Column.How.LEFT_OUT)
                .extracting(column -> MemberColumns.all().get(column.index()).key())
                .containsExactly("reason", "otherAddresses", "photo", "externalIds");
    }

    @Test
    void whatOnlyOurOwnExportLeavesOutIsUnknownElsewhere() {
        assertThat(recognise("Identifiant Greffon|Nom|Motif|Truc").unknown()).containsExactly("Truc");
        assertThat(recognise("Nom|Motif|Autres adresses|Genre|Identifiant").unknown())
                .containsExactly("Motif", "Autres adresses", "Genre", "Identifiant");
    }

    @Test
    void aCoopsOwnListIsNotTakenForOdoos() {
        assertThat(recognise("id|Nom|Prénom|Actif").fromOdoo()).isFalse();
        assertThat(recognise("Nom|Prénom|N° adhérent").fromOdoo()).isFalse();
    }

    @Test
    void theVersionOfARecordMeansSomethingBesideItsIdentifierOnly() {
        assertThat(fields(recognise("Greffon identifier|Record version")))
                .containsExactly(Field.RECORD_ID, Field.RECORD_REVISION);
        assertThat(recognise("Nom|Version de la fiche").unknown()).containsExactly("Version de la fiche");
    }
}
