package coop.greffon.core.internal.mail;

import coop.greffon.core.audit.Audit;
import coop.greffon.core.identity.Actor;
import coop.greffon.core.internal.persistence.Sql;
import coop.greffon.core.mail.Dispatch;
import coop.greffon.core.mail.Mail;
import coop.greffon.core.mail.Mails;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.NotFound;
import coop.greffon.core.problem.Refused;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The outbox as those who look after the instance see it. */
@Component(service = Mails.class)
public final class DatabaseMails implements Mails {
    private static final String RECORD = "core.mail";
    private static final String SELECT =
            "select id, state, name, address, title, message_id, cause_key, written_at, sent_at, next_attempt_at,"
                    + " attempts, failure, failure_detail from greffon_core_mail ";

    private final Sql sql;
    private final Audit audit;
    private final MailSettings settings;
    private final Clock clock;

    @Activate
    public DatabaseMails(
            @Reference(target = "(osgi.unit.name=core)") JpaTemplate jpa,
            @Reference Audit audit,
            @Reference MailSettings settings,
            @Reference Clock clock) {
        this.sql = new Sql(jpa);
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public List<Mail> list(Mail.State state, int skip, int most) {
        String order = "order by written_at desc, id desc limit ? offset ?";
        return sql.required(connection -> state == null
                ? all(connection, order, most, skip)
                : all(connection, "where state = ? " + order, state.name(), most, skip));
    }

    @Override
    public Optional<Mail> find(long id) {
        return sql.required(
                connection -> all(connection, "where id = ?", id).stream().findFirst());
    }

    private static List<Mail> all(Connection connection, String where, Object... arguments) throws SQLException {
        try (PreparedStatement select = Sql.prepare(connection, SELECT + where, arguments);
                ResultSet row = select.executeQuery()) {
            List<Mail> mails = new ArrayList<>();
            while (row.next()) {
                mails.add(mail(row));
            }
            return mails;
        }
    }

    private static Mail mail(ResultSet row) throws SQLException {
        String failure = row.getString("failure");
        String detail = row.getString("failure_detail");
        return new Mail(
                row.getLong("id"),
                Mail.State.valueOf(row.getString("state")),
                row.getString("name"),
                row.getString("address"),
                row.getString("title"),
                row.getString("message_id"),
                row.getString("cause_key"),
                Sql.instant(row, "written_at"),
                Sql.instant(row, "sent_at"),
                Sql.instant(row, "next_attempt_at"),
                row.getInt("attempts"),
                failure == null ? null : Text.of(failure, detail == null ? "" : detail));
    }

    @Override
    public Map<Mail.State, Long> counts() {
        return sql.required(connection -> {
            try (PreparedStatement select =
                            Sql.prepare(connection, "select state, count(*) from greffon_core_mail group by state");
                    ResultSet row = select.executeQuery()) {
                Map<Mail.State, Long> counts = new EnumMap<>(Mail.State.class);
                while (row.next()) {
                    counts.put(Mail.State.valueOf(row.getString(1)), row.getLong(2));
                }
                return counts;
            }
        });
    }

    @Override
    public Dispatch dispatch() {
        if (settings.demo()) {
            return Dispatch.DEMO;
        }
        return settings.server().isPresent() ? Dispatch.OPEN : Dispatch.NOT_SET_UP;
    }

    @Override
    public Optional<String> body(long id) {
        if (!settings.demo()) {
            return Optional.empty();
        }
        return sql.required(connection -> {
            try (PreparedStatement select =
                            Sql.prepare(connection, "select html_body from greffon_core_mail where id = ?", id);
                    ResultSet row = select.executeQuery()) {
                // The pages of this very instance, wherever it is reached at.
                return row.next()
                        ? Optional.ofNullable(row.getString(1)).map(html -> html.replace(LetterText.INSTANCE, ""))
                        : Optional.empty();
            }
        });
    }

    @Override
    public void retry(long id, Actor by) {
        sql.required(connection -> {
            Instant now = clock.instant();
            int changed = Sql.update(
                    connection,
                    "update greffon_core_mail set state = 'WAITING', next_attempt_at = ?, first_refused_at = null"
                            + " where id = ? and state in ('WAITING', 'HELD', 'FAILED')"
                            + " and (leased_until is null or leased_until <= ?)",
                    now,
                    id,
                    now);
            return noted(changed, id, by, "core.audit.mail-retried");
        });
    }

    @Override
    public int retryAll(Actor by) {
        return sql.required(connection -> {
            Instant now = clock.instant();
            int changed = Sql.update(
                    connection,
                    "update greffon_core_mail set state = 'WAITING', next_attempt_at = ?, first_refused_at = null"
                            + " where state in ('WAITING', 'FAILED') and (leased_until is null or leased_until <= ?)",
                    now,
                    now);
            audit.record(by, "core.audit.mails-retried", RECORD, "all", List.of());
            return changed;
        });
    }

    @Override
    public void cancel(long id, Actor by) {
        sql.required(connection -> {
            int changed = Sql.update(
                    connection,
                    "update greffon_core_mail set state = 'CANCELLED', next_attempt_at = null, text_body = null,"
                            + " html_body = null where id = ? and state in ('WAITING', 'HELD', 'FAILED')"
                            + " and (leased_until is null or leased_until <= ?)",
                    id,
                    clock.instant());
            if (changed > 0) {
                AttachmentRows.forget(connection, id);
            }
            return noted(changed, id, by, "core.audit.mail-cancelled");
        });
    }

    private int noted(int changed, long id, Actor by, String action) {
        if (changed == 0) {
            Mail mail = find(id).orElseThrow(() -> new NotFound(Text.of("core.mail.unknown", Long.toString(id))));
            throw new Refused(Text.of("core.mail.settled." + mail.state().name()));
        }
        audit.record(by, action, RECORD, Long.toString(id), List.of());
        return changed;
    }
}
