package coop.greffon.web.internal.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.core.message.Messages;
import coop.greffon.core.message.Text;
import coop.greffon.core.privacy.PersonalDocument;
import coop.greffon.core.privacy.PersonalDocument.Column;
import coop.greffon.core.privacy.PersonalDocument.Word;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PersonalPdfTest {
    private static final Clock PARIS = Clock.fixed(Instant.parse("2026-11-27T10:00:00Z"), ZoneId.of("Europe/Paris"));

    @Test
    void oneThingReadsDownwardsAndMarkupIsText() throws IOException {
        var record = new PersonalDocument(
                "record",
                Text.of("Fiche"),
                List.of(new Column("name", Text.of("Nom")), new Column("vat", Text.of("TVA"))),
                List.of(PersonalDocument.row("Inès <b>& Malo", null)),
                List.of());
        var mails = new PersonalDocument(
                "mails",
                Text.of("Courriels"),
                List.of(new Column("mail", Text.of("Adresse"))),
                List.of(List.of("ines@example.org"), List.of("malo@example.org")),
                List.of());

        assertThat(text(record, mails))
                .containsSubsequence(
                        "Fiche",
                        "Nom",
                        "Inès <b>& Malo",
                        "Courriels",
                        "Adresse",
                        "ines@example.org",
                        "malo@example.org")
                .doesNotContain("TVA");
    }

    @Test
    void codesAreWordsAndInstantsTheCoopsHours() throws IOException {
        var arrivals = new PersonalDocument(
                "arrivals",
                Text.of("Arrivées"),
                List.of(new Column("at", Text.of("Quand")), new Column("state", Text.of("État"))),
                List.of(
                        List.of(Instant.parse("2026-11-27T10:00:00Z"), new Word("ACTIVE", Text.of("active"))),
                        List.of(LocalDate.of(2026, 11, 28), new Word("LOST", Text.of("perdue")))),
                List.of());

        assertThat(text(arrivals))
                .contains("27/11/2026 à 11:00", "active", "28/11/2026", "perdue")
                .doesNotContain("2026-11", "ACTIVE", "LOST");
    }

    private static String text(PersonalDocument... documents) throws IOException {
        var bytes = new ByteArrayOutputStream();
        new PersonalPdf(new Keys(), PARIS).render(List.of(documents), Locale.FRENCH, bytes);
        try (PDDocument pdf = Loader.loadPDF(bytes.toByteArray())) {
            return new PDFTextStripper().getText(pdf);
        }
    }

    /** Each key is its own sentence. */
    private static final class Keys implements Messages {
        @Override
        public String text(Locale language, String key, Object... arguments) {
            return key.equals("core.moment") ? arguments[0] + " à " + arguments[1] : key;
        }

        @Override
        public boolean has(String key) {
            return true;
        }

        @Override
        public Set<Locale> languages() {
            return Set.of(Locale.FRENCH);
        }
    }
}
