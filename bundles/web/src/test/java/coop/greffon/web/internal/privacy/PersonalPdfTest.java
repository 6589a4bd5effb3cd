package coop.greffon.web.internal.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.core.message.Messages;
import coop.greffon.core.message.Text;
import coop.greffon.core.privacy.PersonalDocument;
import coop.greffon.core.privacy.PersonalDocument.Column;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PersonalPdfTest {
    @Test
    void oneThingReadsDownwardsAndMarkupIsText() throws IOException {
        var record = new PersonalDocument(
                "record",
                Text.of("Fiche"),
                List.of(new Column("name", Text.of("Nom")), new Column("vat", Text.of("TVA"))),
                List.of(Arrays.asList("Inès <b>& Malo", null)),
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

    private static String text(PersonalDocument... documents) throws IOException {
        var bytes = new ByteArrayOutputStream();
        new PersonalPdf(new Keys()).render(List.of(documents), Locale.FRENCH, bytes);
        try (PDDocument pdf = Loader.loadPDF(bytes.toByteArray())) {
            return new PDFTextStripper().getText(pdf);
        }
    }

    /** Each key is its own sentence. */
    private static final class Keys implements Messages {
        @Override
        public String text(Locale language, String key, Object... arguments) {
            return key;
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
