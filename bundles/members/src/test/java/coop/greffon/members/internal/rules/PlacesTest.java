package coop.greffon.members.internal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlacesTest {
    @ParameterizedTest
    @CsvSource({
        "France, FR",
        "FRANCE, FR",
        "fr, FR",
        "base.fr, FR",
        "base.uk, GB",
        "Belgique, BE",
        "Belgium, BE",
        "België, BE",
        "Suisse, CH",
        "Zwitserland, CH",
        "Royaume-Uni, GB",
        "UK, GB",
        "Pays-Bas, NL",
        "Etats-Unis, US",
        "Côte d’Ivoire, CI",
    })
    void countriesAreRead(String text, String code) {
        assertThat(Places.country(text)).contains(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Syldavie", "base.zz", "F"})
    void otherPlacesAreNoCountry(String text) {
        assertThat(Places.country(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "fr_FR, fr",
        "nl_BE, nl",
        "sr@latin, sr",
        "en, en",
        "Français, fr",
        "French / Français, fr",
        "Dutch (BE) / Nederlands (BE), nl",
        "Nederlands, nl",
        "néerlandais, nl",
        "anglais, en",
    })
    void languagesAreRead(String text, String code) {
        assertThat(Places.language(text)).contains(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"syldave", "xx_XX"})
    void otherWordsAreNoLanguage(String text) {
        assertThat(Places.language(text)).isEmpty();
    }
}
