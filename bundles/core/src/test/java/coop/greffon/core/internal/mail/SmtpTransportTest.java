package coop.greffon.core.internal.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import coop.greffon.core.internal.mail.MailTransport.Connection;
import coop.greffon.core.internal.mail.MailTransport.LetterRefused;
import coop.greffon.core.internal.mail.MailTransport.ServerTrouble;
import coop.greffon.core.mail.Attachment;
import coop.greffon.testing.AdjustableClock;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmtpTransportTest {
    private static final GreenMail POST_OFFICE = new GreenMail(ServerSetupTest.SMTP.dynamicPort());

    private final SmtpTransport transport = new SmtpTransport(AdjustableClock.at("2026-11-21T09:00:00Z"));

    @BeforeAll
    static void open() {
        POST_OFFICE.start();
        POST_OFFICE.setUser("coop@example.org", "coop", "secret");
    }

    @AfterAll
    static void close() {
        POST_OFFICE.stop();
    }

    private static MailServer server(String password, String sender) {
        return new MailServer(
                "127.0.0.1",
                POST_OFFICE.getSmtp().getPort(),
                MailServer.Security.NONE,
                "coop",
                password,
                sender,
                "La Clairette",
                "https://coop.example.org");
    }

    private static ClaimedLetter letter(String address, Attachment... attachments) {
        return new ClaimedLetter(
                1,
                "lease",
                0,
                "<abc@greffon>",
                "Inès Marchand",
                address,
                Locale.FRENCH,
                "Créneau du 21 novembre",
                "Bonjour,\n\nOuvrir\n{{instance}}/activate/abc\n",
                "<p>Bonjour,</p>\n<p><a href=\"{{instance}}/activate/abc\">Ouvrir</a></p>\n",
                "{{instance}}/stop",
                List.of(attachments));
    }

    @BeforeEach
    void emptyTheBoxes() throws FolderException {
        POST_OFFICE.purgeEmailFromAllMailboxes();
    }

    @Test
    void aLetterArrivesAsItWasWritten() throws Exception {
        try (Connection connection = transport.open(server("secret", "coop@example.org"))) {
            connection.deliver(letter("ines@example.org"));
        }

        assertThat(POST_OFFICE.waitForIncomingEmail(1)).isTrue();
        MimeMessage message = POST_OFFICE.getReceivedMessages()[0];
        assertThat(message.getMessageID()).isEqualTo("<abc@greffon>");
        assertThat(message.getSubject()).isEqualTo("Créneau du 21 novembre");
        assertThat(message.getFrom()).containsExactly(new InternetAddress("coop@example.org", "La Clairette"));
        assertThat(message.getAllRecipients())
                .containsExactly(new InternetAddress("ines@example.org", "Inès Marchand"));
        assertThat(message.getHeader("List-Unsubscribe")).containsExactly("<https://coop.example.org/stop>");
        assertThat(message.getHeader("Content-Language")).containsExactly("fr");
        assertThat(message.getSentDate()).isEqualTo("2026-11-21T09:00:00Z");
        MimeMultipart both = (MimeMultipart) message.getContent();
        assertThat(both.getContentType()).startsWith("multipart/alternative");
        assertThat(both.getBodyPart(0).getContent().toString().replace("\r\n", "\n"))
                .isEqualTo("Bonjour,\n\nOuvrir\nhttps://coop.example.org/activate/abc\n");
        assertThat(both.getBodyPart(1).getContentType()).startsWith("text/html");
        assertThat(both.getBodyPart(1).getContent().toString())
                .contains("<html lang=\"fr\">", "<a href=\"https://coop.example.org/activate/abc\">Ouvrir</a>");
    }

    @Test
    void aFileComesAfterTheText() throws Exception {
        byte[] file = "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n".getBytes(StandardCharsets.UTF_8);
        try (Connection connection = transport.open(server("secret", "coop@example.org"))) {
            connection.deliver(letter(
                    "ines@example.org",
                    new Attachment("shift-7.ics", "text/calendar; charset=utf-8; method=CANCEL", file)));
        }

        assertThat(POST_OFFICE.waitForIncomingEmail(1)).isTrue();
        MimeMultipart all = (MimeMultipart) POST_OFFICE.getReceivedMessages()[0].getContent();
        assertThat(all.getContentType()).startsWith("multipart/mixed");
        assertThat(all.getBodyPart(0).getContentType()).startsWith("multipart/alternative");
        assertThat(all.getBodyPart(1).getContentType()).contains("text/calendar", "method=CANCEL", "shift-7.ics");
        assertThat(all.getBodyPart(1).getDisposition()).isEqualTo("attachment");
        assertThat(all.getBodyPart(1).getInputStream().readAllBytes()).isEqualTo(file);
    }

    @Test
    void aWrongPasswordIsTheServersTroubleAndNotTheLetters() {
        assertThatThrownBy(() -> transport.open(server("wrong", "coop@example.org")))
                .isInstanceOf(ServerTrouble.class);
    }

    @Test
    void aSenderThatIsNoAddressIsTroubleToo() {
        assertThatThrownBy(() -> transport.open(server("secret", "not an address")))
                .isInstanceOf(ServerTrouble.class);
    }

    @Test
    void aServerThatIsAwayIsNamed() {
        var away = new MailServer(
                "127.0.0.1", 1, MailServer.Security.NONE, "", "", "coop@example.org", "", "https://coop.example.org");

        assertThatThrownBy(() -> transport.open(away))
                .isInstanceOf(ServerTrouble.class)
                .hasMessageContaining("ConnectException");
    }

    @Test
    void anAddressThatCannotBeOneFailsForGood() throws Exception {
        try (Connection connection = transport.open(server("secret", "coop@example.org"))) {
            assertThatThrownBy(() -> connection.deliver(letter("ines at example")))
                    .isInstanceOfSatisfying(
                            LetterRefused.class,
                            refused -> assertThat(refused.forGood()).isTrue());
        }
    }

    private MailServer at(RudePostOffice office) {
        return new MailServer(
                "127.0.0.1",
                office.port(),
                MailServer.Security.NONE,
                "",
                "",
                "coop@example.org",
                "",
                "https://coop.example.org");
    }

    @ParameterizedTest
    @CsvSource({"RCPT, 550, true", "RCPT, 452, false", "DATA, 554, true", "., 554, true", "., 451, false"})
    void whatTheServerSaysOfALetterIsThatLettersFate(String command, int code, boolean forGood) throws Exception {
        try (var office = RudePostOffice.answering(command, code + " said so");
                Connection connection = transport.open(at(office))) {
            assertThatThrownBy(() -> connection.deliver(letter("ines@example.org")))
                    .isInstanceOfSatisfying(LetterRefused.class, refused -> {
                        assertThat(refused.forGood()).isEqualTo(forGood);
                        assertThat(refused.getMessage()).contains(code + " said so");
                    });
        }
    }

    @ParameterizedTest
    @CsvSource({"MAIL, 550 sender unknown", "RCPT, 421 closing", "., 421 closing", "., "})
    void whatConcernsEverybodyIsNoLettersFault(String command, String answer) throws Exception {
        try (var office = RudePostOffice.answering(command, answer);
                Connection connection = transport.open(at(office))) {
            assertThatThrownBy(() -> connection.deliver(letter("ines@example.org")))
                    .isInstanceOf(ServerTrouble.class);
        }
    }
}
