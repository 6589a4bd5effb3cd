package coop.greffon.core.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.greffon.core.message.Text;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class AttachmentTest {
    private static Attachment file(String name, String type, int bytes) {
        return new Attachment(name, type, new byte[bytes]);
    }

    @Test
    void aFileIsSmallAndNothingInItsNameOrKindEndsAHeader() {
        assertThat(file("shift.ics", "text/calendar; charset=utf-8; method=PUBLISH", Attachment.LARGEST)
                        .content())
                .hasSize(65_536);
        assertThatThrownBy(() -> file("shift.ics", "text/calendar", 65_537))
                .hasMessageContaining("shift.ics has 65537 bytes, more than 65536");
        assertThatThrownBy(() -> file("a\r\nBcc: x", "text/calendar", 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> file("a.ics", "text/calendar\r\nBcc: x", 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aLetterTakesThreeFilesAtMost() {
        Letter letter = Letter.to(new Recipient(null, "", "ines@example.org", Locale.FRENCH), Text.of("t.title"));
        for (int file = 1; file <= Letter.MOST_ATTACHMENTS; file++) {
            letter = letter.attach(file(file + ".ics", "text/calendar", 1));
        }
        Letter full = letter;
        assertThat(full.attachments()).extracting(Attachment::name).containsExactly("1.ics", "2.ics", "3.ics");
        assertThatThrownBy(() -> full.attach(file("4.ics", "text/calendar", 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
