package coop.greffon.core.internal.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import coop.greffon.core.mail.Letter;
import coop.greffon.core.mail.Recipient;
import coop.greffon.core.message.Text;
import coop.greffon.testing.AdjustableClock;
import coop.greffon.testing.TestDatabase;
import coop.greffon.testing.TestStore;
import jakarta.mail.internet.MimeMessage;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OutboxOverSmtpTest {
    private final AdjustableClock clock = AdjustableClock.at("2026-11-21T09:00:00Z");
    private final GreenMail postOffice = new GreenMail(ServerSetupTest.SMTP.dynamicPort());

    @BeforeEach
    void open() {
        postOffice.start();
    }

    @AfterEach
    void close() {
        postOffice.stop();
    }

    /** Hands over, then stops as a machine does whose plug is pulled. */
    private final class PulledPlug implements MailTransport {
        private final MailTransport real = new SmtpTransport(clock);

        @Override
        public Connection open(MailServer server) throws ServerTrouble {
            Connection connection = real.open(server);
            return new Connection() {
                @Override
                public void deliver(ClaimedLetter letter) throws LetterRefused, ServerTrouble {
                    connection.deliver(letter);
                    throw new AssertionError("the plug was pulled");
                }

                @Override
                public void close() {
                    connection.close();
                }
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void theSameMessageIdArrivesTwiceAfterACrashAndOnceOtherwise(TestDatabase database) throws Exception {
        TestStore store = database.fresh();
        var outbox = new DatabaseOutbox(
                store.jpa("core"),
                new KeyMessages(),
                new NamedCoop("Chez Léa & Co"),
                LettersOfATest.of(store, clock),
                clock);
        var rows = new OutboxRows(store.jpa("core"));
        var server = new MailServer(
                "127.0.0.1",
                postOffice.getSmtp().getPort(),
                MailServer.Security.NONE,
                "",
                "",
                "coop@example.org",
                "",
                "https://coop.example.org");
        outbox.send(
                Letter.to(new Recipient(null, "", "ines@example.org", Locale.FRENCH), Text.of("t.title"))
                        .paragraph(Text.of("t.hello")),
                "a");

        assertThatThrownBy(() -> new MailRun(rows, new PulledPlug(), clock).send(server))
                .hasMessage("the plug was pulled");
        clock.advance(OutboxRows.LEASE);
        var restarted = new MailRun(rows, new SmtpTransport(clock), clock);
        assertThat(restarted.send(server)).isEqualTo(1);
        assertThat(restarted.send(server)).isZero();

        assertThat(postOffice.waitForIncomingEmail(2)).isTrue();
        MimeMessage[] received = postOffice.getReceivedMessages();
        assertThat(received).hasSize(2);
        assertThat(received[0].getMessageID())
                .isEqualTo(received[1].getMessageID())
                .endsWith("@greffon>");
    }
}
