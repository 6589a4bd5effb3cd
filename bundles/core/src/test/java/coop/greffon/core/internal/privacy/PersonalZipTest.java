package coop.greffon.core.internal.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.core.internal.message.ModuleMessages;
import coop.greffon.core.message.Text;
import coop.greffon.core.privacy.PersonalDocument;
import coop.greffon.core.privacy.PersonalDocument.Column;
import coop.greffon.core.privacy.PersonalDocument.Word;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

class PersonalZipTest {
    private static final Instant AT = Instant.parse("2026-11-27T10:00:00Z");
    private static final PersonalDocument LETTERS = new PersonalDocument(
            "letters",
            Text.of("core.privacy.mail"),
            List.of(
                    new Column("sent", Text.of("core.privacy.column.sent")),
                    new Column("state", Text.of("core.privacy.column.state")),
                    new Column("day", Text.of("core.privacy.column.expires"))),
            List.of(
                    List.of(AT, Word.of("core.mail.state.", "SENT"), LocalDate.of(2026, 11, 28)),
                    PersonalDocument.row(null, Word.of("guestbook.mood.", "GAY"), "=1+1")),
            List.of());

    private static Map<String, String> zipped(Locale language, List<String> silent) throws IOException {
        var messages = new ModuleMessages();
        List<URL> files = List.of(
                PersonalZipTest.class.getResource("/GREFFON-INF/i18n/messages_fr.properties"),
                PersonalZipTest.class.getResource("/GREFFON-INF/i18n/messages_en.properties"));
        messages.load("core", Collections.enumeration(files));
        var out = new ByteArrayOutputStream();
        var zip = new PersonalZip(out, messages, language, ZoneId.of("Europe/Paris"), null);
        zip.add("core", List.of(LETTERS));
        zip.finish(AT, silent);
        Map<String, String> entries = new LinkedHashMap<>();
        var in = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()));
        for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
            entries.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
        return entries;
    }

    @Test
    void aSpreadsheetHoldsWordsAndTheCoopsHours() throws IOException {
        assertThat(zipped(Locale.FRENCH, List.of()).get("core/letters.csv"))
                .isEqualToNormalizingNewlines(
                        "\uFEFFParti,État,Expire\n2026-11-27 11:00,parti,2026-11-28\n,GAY,'=1+1\n");
    }

    @Test
    void programsFindCodesAndInstants() throws IOException {
        assertThat(zipped(Locale.FRENCH, List.of()).get("core/letters.json"))
                .contains("\"sent\" : \"2026-11-27T10:00:00Z\"", "\"state\" : \"SENT\"", "\"sent\" : null");
    }

    @Test
    void oneFileTellsWhatTheOthersHold() throws IOException {
        assertThat(zipped(Locale.FRENCH, List.of("core")).get("LISEZ-MOI.txt"))
                .isEqualToNormalizingNewlines("Ce que la coopérative garde sur vous, le 27/11/2026 à 11:00."
                        + " Ce dossier contient\u00a0:\n\n"
                        + "core/letters.csv\u00a0: Courriels envoyés à la personne (2 lignes), pour un tableur\n"
                        + "core/letters.json\u00a0: la même chose, pour un autre logiciel\n"
                        + "index.json\u00a0: la liste de ces fichiers, pour un autre logiciel\n\n"
                        + "Il manque ce que gardent ces greffons, qui ne répondaient pas\u00a0: Socle."
                        + " Réessayez plus tard.\n");
        assertThat(zipped(Locale.ENGLISH, List.of())).containsKey("README.txt").doesNotContainKey("LISEZ-MOI.txt");
    }
}
