package coop.greffon.core.internal.module;

import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.core.module.VersionNotes;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ChangelogTest {
    private static final String TEXT = """
            # Journal des versions

            ## 0.2.0

            ### Français

            - On peut répondre
              à un mot.
            - La liste est plus courte.

            ### English

            - A word can be answered.

            ## 0.1.0

            ### Français

            - Un livre.
            """;

    private final List<VersionNotes> notes = Changelog.read(TEXT);

    @Test
    void everyVersionIsThereInTheOrderOfTheFile() {
        assertThat(notes).extracting(VersionNotes::version).containsExactly("0.2.0", "0.1.0");
    }

    @Test
    void anItemMayGoOverSeveralLines() {
        assertThat(notes.get(0).in(Locale.FRENCH))
                .containsExactly("On peut répondre à un mot.", "La liste est plus courte.");
    }

    @Test
    void aMissingLanguageFallsBackToFrench() {
        assertThat(notes.get(0).in(Locale.ENGLISH)).containsExactly("A word can be answered.");
        assertThat(notes.get(1).in(Locale.ENGLISH)).containsExactly("Un livre.");
    }
}
