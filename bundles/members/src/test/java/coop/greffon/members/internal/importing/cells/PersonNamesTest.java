package coop.greffon.members.internal.importing.cells;

import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.members.internal.importing.model.Problem;
import coop.greffon.members.internal.importing.model.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonNamesTest {
    private final NameLexicon lexicon = new NameLexicon();

    private PersonNames.Reading read(String typed) {
        return new PersonNames(lexicon).read(typed, false);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // The family name in capitals, on either side
                "LE GALL Marie-Ève | Marie-Ève | Le Gall",
                "Marie-Ève LE GALL | Marie-Ève | Le Gall",
                "D'HAENE Jean | Jean | d'Haene",
                "DE LA TOUR-VAN DER MEERSCH Zoé | Zoé | de la Tour-Van der Meersch",
                "PRUD'HOMME Camille | Camille | Prud'homme",
                "MÜLLER-LÉVÊQUE Océane | Océane | Müller-Lévêque",
                "de VILLENEUVE Zoé | Zoé | de Villeneuve",
                "Jean d'ALEMBERT | Jean | d'Alembert",
                "Luc J. BEN SALAH | Luc J. | Ben Salah",
                // A comma
                "DE LA TOUR, Inès | Inès | de la Tour",
                "Le Gall, Marie-Ève | Marie-Ève | Le Gall",
                "Œuvrard;Jérôme | Jérôme | Œuvrard",
                // Position and particles
                "Marie-Ève Le Gall | Marie-Ève | Le Gall",
                "Rémi Colin | Rémi | Colin",
                "Marie Margaux El Amrani | Marie Margaux | El Amrani",
                "Anneleen Chloé Lefèvre-Janssens | Anneleen Chloé | Lefèvre-Janssens",
                "Benoît Van den Broeck | Benoît | Van den Broeck",
                "Margaux Blanchard-de Villeneuve | Margaux | Blanchard-de Villeneuve",
                "Océane Béranger-Mc Donnell | Océane | Béranger-Mc Donnell",
                "Van der Meersch Aurélie | Aurélie | Van der Meersch",
                "van Houtte Hervé François | Hervé François | van Houtte",
                "d'Alembert Thérèse | Thérèse | d'Alembert",
                "N'Diaye Anneleen | Anneleen | N'Diaye",
                "Mariama N'Diaye | Mariama | N'Diaye",
                // Everything in capitals, or nothing
                "AURÉLIE BARBIER | Aurélie | Barbier",
                "CHLOÉ LE BIHAN | Chloé | Le Bihan",
                "aurélie barbier | Aurélie | Barbier",
                // Other scripts
                "山田 花子 | 花子 | 山田",
                "Александра Петрова | Александра | Петрова",
                // Titles
                "Mme Élodie Kowalczyk | Élodie | Kowalczyk",
                "M. Luc Grosjean | Luc | Grosjean",
                // Two people
                "Jean et Marie Dupont-Aimé | Jean | Dupont-Aimé",
            })
    void aNameIsDivided(String typed, String given, String family) {
        assertThat(read(typed).name()).isEqualTo(new PersonName(given, family));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Élodie d'Haene - NPAI | Élodie | d'Haene",
                "BARBIER Noëlle (décédée) | Noëlle | Barbier",
                "Cédric Saint-Aubin * | Cédric | Saint-Aubin",
                "Frédéric Lévêque ❤️ | Frédéric | Lévêque",
                "Mireille Blanchard 👩‍🌾 | Mireille | Blanchard",
                "'Anselme \"Zaza\" Perrin' | Anselme | Perrin",
                "+ Léa Tran | Léa | Tran",
                "- Anneleen El Amrani | Anneleen | El Amrani",
                "=Khadija Maréchal | Khadija | Maréchal",
                "@Mariama N'Diaye | Mariama | N'Diaye",
            })
    void whatIsNoNameIsTakenOffAndKept(String typed, String given, String family) {
        var reading = read(typed);

        assertThat(reading.name()).isEqualTo(new PersonName(given, family));
        assertThat(reading.kept()).containsExactly(typed);
        assertThat(reading.problems()).extracting(Problem::reason).containsExactly(Reason.NAME_WITH_REMARK);
    }

    @ParameterizedTest
    @CsvSource({"FAMILLE O'Brien, O'Brien", "Coloc. Le Bihan, Le Bihan", "Foyer de Villeneuve, de Villeneuve"})
    void aHouseholdHasNoGivenName(String typed, String family) {
        var reading = read(typed);

        assertThat(reading.name()).isEqualTo(new PersonName("", family));
        assertThat(reading.kept()).containsExactly(typed);
        assertThat(reading.problems()).extracting(Problem::reason).containsExactly(Reason.NAME_OF_HOUSEHOLD);
    }

    @Test
    void ofTwoPeopleTheFirstIsTaken() {
        var reading = read("ROUX Jean-Noël Stéphane & Aurélie");

        assertThat(reading.name()).isEqualTo(new PersonName("Jean-Noël Stéphane", "Roux"));
        assertThat(reading.kept()).containsExactly("ROUX Jean-Noël Stéphane & Aurélie");
        assertThat(reading.problems()).extracting(Problem::reason).containsExactly(Reason.NAME_OF_TWO_PEOPLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Kowalczyk", "KOWALCZYK"})
    void aSingleWordIsAFamilyName(String typed) {
        assertThat(read(typed).name()).isEqualTo(new PersonName("", "Kowalczyk"));
        assertThat(read(typed).problems()).extracting(Problem::reason).containsExactly(Reason.NAME_OF_ONE_WORD);
    }

    @Test
    void aFamilyNameOfTwoWordsAlone() {
        assertThat(read("Ben Salah").name()).isEqualTo(new PersonName("", "Ben Salah"));
    }

    @Test
    void aNameWithoutLettersIsKeptAsItIs() {
        assertThat(read("=1+1").name()).isEqualTo(new PersonName("", "=1+1"));
        assertThat(read("=1+1").problems()).extracting(Problem::reason).containsExactly(Reason.NAME_WITHOUT_LETTERS);
    }

    @Test
    void theHeadingMaySayThatTheFamilyNameComesFirst() {
        var names = new PersonNames(lexicon);

        assertThat(names.read("Hoarau Thérèse", true).name()).isEqualTo(new PersonName("Thérèse", "Hoarau"));
        assertThat(names.read("Hoarau Thérèse", false).name()).isEqualTo(new PersonName("Hoarau", "Thérèse"));
    }

    @Test
    void namesBeyondDoubtTeachAboutOthers() {
        lexicon.learn("CHEVALLIER Thérèse");
        lexicon.learn("HOARAU, Luc");
        lexicon.learn("Zoé", "van Houtte");

        assertThat(read("Hoarau Thérèse").name()).isEqualTo(new PersonName("Thérèse", "Hoarau"));
        assertThat(read("Thérèse").name()).isEqualTo(new PersonName("Thérèse", ""));
        assertThat(read("VAN HOUTTE Bart").name()).isEqualTo(new PersonName("Bart", "van Houtte"));
    }
}
