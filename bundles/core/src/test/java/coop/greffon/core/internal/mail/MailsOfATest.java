package coop.greffon.core.internal.mail;

import coop.greffon.core.identity.Actor;
import coop.greffon.core.internal.audit.JpaAudit;
import coop.greffon.core.mail.Letter;
import coop.greffon.core.mail.Mail;
import coop.greffon.core.mail.Recipient;
import coop.greffon.core.message.Text;
import coop.greffon.testing.AdjustableClock;
import coop.greffon.testing.TestDatabase;
import coop.greffon.testing.TestStore;
import java.util.Locale;
import java.util.Optional;

/** Letters of a co-op on their way to a server that does what a test says. */
abstract class MailsOfATest {
    static final Actor NADIA = new Actor(Actor.Kind.ACCOUNT, 1L, "Nadia");
    static final MailServer SERVER = new MailServer(
            "mail.example.org",
            25,
            MailServer.Security.NONE,
            "",
            "",
            "coop@example.org",
            "",
            "https://coop.example.org");

    final AdjustableClock clock = AdjustableClock.at("2026-11-21T09:00:00Z");
    final ScriptedTransport server = new ScriptedTransport();
    boolean demo;
    TestStore store;
    DatabaseOutbox outbox;
    DatabaseMails mails;
    MailRun run;

    void on(TestDatabase database) {
        store = database.fresh();
        outbox = new DatabaseOutbox(
                store.jpa("core"),
                new KeyMessages(),
                new NamedCoop("Chez Léa & Co"),
                LettersOfATest.of(store, clock),
                clock);
        mails = new DatabaseMails(store.jpa("core"), new JpaAudit(store.jpa("core"), clock), new Fixed(), clock);
        run = run(server);
    }

    MailRun run(MailTransport transport) {
        return new MailRun(new OutboxRows(store.jpa("core")), transport, clock);
    }

    final class Fixed implements MailSettings {
        @Override
        public Optional<MailServer> server() {
            return Optional.of(SERVER);
        }

        @Override
        public boolean demo() {
            return demo;
        }
    }

    Mail write(String cause) {
        outbox.send(
                Letter.to(new Recipient("member/128", "Inès", "ines@example.org", Locale.FRENCH), Text.of("t.title"))
                        .paragraph(Text.of("t.hello"))
                        .link(Text.of("t.open"), "/activate/abc"),
                cause);
        return mails.list(null, 0, 1).get(0);
    }

    Mail now(Mail mail) {
        return mails.find(mail.id()).orElseThrow();
    }
}
