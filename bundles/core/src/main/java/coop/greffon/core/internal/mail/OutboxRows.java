package coop.greffon.core.internal.mail;

import coop.greffon.core.internal.identity.Secrets;
import coop.greffon.core.internal.persistence.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.apache.aries.jpa.template.JpaTemplate;

/**
 * Takes letters out of the table one by one and notes what became of them, each in a transaction of its own: none stays open while a
 * server is spoken to.
 */
final class OutboxRows {
    /** Longer than a server may keep us waiting: see the timeouts of {@link SmtpTransport}. */
    static final Duration LEASE = Duration.ofMinutes(15);

    private static final int LONGEST_DETAIL = 500;

    private final Sql sql;

    OutboxRows(JpaTemplate jpa) {
        this.sql = new Sql(jpa);
    }

    /** The next letter that is due, now leased to the caller. */
    Optional<ClaimedLetter> claim(Instant now) {
        return sql.requiresNew(connection -> {
            Optional<ClaimedLetter> due = due(connection, now);
            if (due.isPresent()) {
                Sql.update(
                        connection,
                        "update greffon_core_mail set lease = ?, leased_until = ? where id = ?",
                        due.get().lease(),
                        now.plus(LEASE),
                        due.get().id());
            }
            return due;
        });
    }

    private static Optional<ClaimedLetter> due(Connection connection, Instant now) throws SQLException {
        try (PreparedStatement select = Sql.prepare(
                        connection,
                        "select id, attempts, message_id, name, address, language, title, text_body, html_body,"
                                + " unsubscribe from greffon_core_mail"
                                + " where state = 'WAITING' and next_attempt_at <= ?"
                                + " and (leased_until is null or leased_until <= ?)"
                                + " order by next_attempt_at, id limit 1 for update skip locked",
                        now,
                        now);
                ResultSet row = select.executeQuery()) {
            if (!row.next()) {
                return Optional.empty();
            }
            return Optional.of(new ClaimedLetter(
                    row.getLong("id"),
                    Secrets.random(),
                    row.getInt("attempts"),
                    row.getString("message_id"),
                    row.getString("name"),
                    row.getString("address"),
                    Locale.forLanguageTag(row.getString("language")),
                    row.getString("title"),
                    row.getString("text_body"),
                    row.getString("html_body"),
                    row.getString("unsubscribe"),
                    AttachmentRows.of(connection, row.getLong("id"))));
        }
    }

    /**
     * Notes that a server accepted a letter, and forgets what it said: it may hold a link that opens an account.
     *
     * @return whether it was still ours
     */
    boolean sent(ClaimedLetter letter, Instant now) {
        return sql.requiresNew(connection -> {
            int noted = Sql.update(
                    connection,
                    "update greffon_core_mail set state = 'SENT', sent_at = ?, attempts = attempts + 1, next_attempt_at = null,"
                            + " text_body = null, html_body = null, failure = null, failure_detail = null, lease = null,"
                            + " leased_until = null where id = ? and lease = ?",
                    now,
                    letter.id(),
                    letter.lease());
            if (noted > 0) {
                AttachmentRows.forget(connection, letter.id());
            }
            return noted > 0;
        });
    }

    /** Notes that a server refused a letter, which is tried again, or not where {@code next} is null. */
    void refused(ClaimedLetter letter, String detail, Instant now, Instant next) {
        note(
                "update greffon_core_mail set state = ?, attempts = attempts + 1, next_attempt_at = ?,"
                        + " first_refused_at = coalesce(first_refused_at, ?), failure = 'core.mail.failure.refused',"
                        + " failure_detail = ?, lease = null, leased_until = null where id = ? and lease = ?",
                next == null ? "FAILED" : "WAITING",
                next,
                now,
                cut(detail),
                letter.id(),
                letter.lease());
    }

    /** When a server first refused a letter, null where none did. */
    Instant firstRefusal(ClaimedLetter letter) {
        return sql.requiresNew(connection -> {
            try (PreparedStatement select = Sql.prepare(
                            connection, "select first_refused_at from greffon_core_mail where id = ?", letter.id());
                    ResultSet row = select.executeQuery()) {
                return row.next() ? Sql.instant(row, "first_refused_at") : null;
            }
        });
    }

    /** Notes that the server is in trouble: no letter that is due can leave before {@code next}. */
    void troubled(ClaimedLetter letter, String detail, Instant now, Instant next) {
        note(
                "update greffon_core_mail set attempts = attempts + 1, next_attempt_at = ?,"
                        + " failure = 'core.mail.failure.server', failure_detail = ?, lease = null, leased_until = null"
                        + " where state = 'WAITING' and next_attempt_at <= ?"
                        + " and (lease = ? or leased_until is null or leased_until <= ?)",
                next,
                cut(detail),
                now,
                letter.lease(),
                now);
    }

    private boolean note(String update, Object... arguments) {
        return sql.requiresNew(connection -> Sql.update(connection, update, arguments) > 0);
    }

    private static String cut(String detail) {
        return detail.substring(0, Math.min(LONGEST_DETAIL, detail.length()));
    }
}
