package coop.greffon.core.internal.mail;

import coop.greffon.core.internal.identity.Secrets;
import coop.greffon.core.internal.persistence.Sql;
import coop.greffon.core.mail.Letter;
import coop.greffon.core.mail.Outbox;
import coop.greffon.core.message.Messages;
import coop.greffon.core.setting.HostSettings;
import coop.greffon.core.setting.Settings;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Letters in core's tables, written with the fact that causes them. */
@Component(service = Outbox.class)
public final class DatabaseOutbox implements Outbox {
    private final Sql sql;
    private final Messages messages;
    private final Settings settings;
    private final DatabaseLetters letters;
    private final Clock clock;

    @Activate
    public DatabaseOutbox(
            @Reference(target = "(osgi.unit.name=core)") JpaTemplate jpa,
            @Reference Messages messages,
            @Reference Settings settings,
            @Reference DatabaseLetters letters,
            @Reference Clock clock) {
        this.sql = new Sql(jpa);
        this.messages = messages;
        this.settings = settings;
        this.letters = letters;
        this.clock = clock;
    }

    @Override
    public void send(Letter letter, String causeKey) {
        if (letter.parts().isEmpty()) {
            throw new IllegalArgumentException("A letter without a word: " + causeKey);
        }
        letters.said(letter).ifPresent(said -> write(letter, said, causeKey));
    }

    private void write(Letter letter, Said said, String causeKey) {
        String coop = settings.on(HostSettings.class, LocalDate.now(clock)).coopName();
        LetterText text = LetterText.of(said, letter.to().language(), messages, coop);
        String unsubscribe = letter.unsubscribe() == null ? null : LetterText.absolute(letter.unsubscribe());
        Instant now = clock.instant();
        sql.required(connection -> {
            long id = nextId(connection);
            int written = Sql.update(
                    connection,
                    "insert into greffon_core_mail (id, cause_key, message_id, state, subject, name, address, language,"
                            + " title, text_body, html_body, unsubscribe, written_at, next_attempt_at, attempts)"
                            + " values (?, ?, ?, 'WAITING', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)"
                            + " on conflict do nothing",
                    id,
                    causeKey,
                    "<" + Secrets.random() + "@greffon>",
                    letter.to().subject(),
                    LetterText.oneLine(letter.to().name()),
                    letter.to().address(),
                    letter.to().language().toLanguageTag(),
                    text.title(),
                    text.text(),
                    text.html(),
                    unsubscribe,
                    now,
                    now);
            if (written > 0) {
                AttachmentRows.insert(connection, id, letter.attachments());
            }
            return written;
        });
    }

    private static long nextId(Connection connection) throws SQLException {
        try (PreparedStatement next = Sql.prepare(connection, "select nextval('greffon_core_mail_seq')");
                ResultSet row = next.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
