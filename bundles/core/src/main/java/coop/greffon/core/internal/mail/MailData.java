package coop.greffon.core.internal.mail;

import coop.greffon.core.identity.Actor;
import coop.greffon.core.internal.persistence.Sql;
import coop.greffon.core.message.Text;
import coop.greffon.core.privacy.Erasure;
import coop.greffon.core.privacy.PersonalData;
import coop.greffon.core.privacy.PersonalDocument;
import coop.greffon.core.privacy.PersonalDocument.Column;
import coop.greffon.core.privacy.PersonalDocument.Word;
import coop.greffon.core.privacy.Processing;
import coop.greffon.core.privacy.Processing.Basis;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The letters a person was sent. */
@Component(service = PersonalData.class)
public final class MailData implements PersonalData {
    private static final List<String> COLUMNS = List.of("written", "sent", "state", "address", "title");

    private final Sql sql;

    @Activate
    public MailData(@Reference(target = "(osgi.unit.name=core)") JpaTemplate jpa) {
        this.sql = new Sql(jpa);
    }

    @Override
    public List<Processing> processings() {
        return List.of(new Processing(
                Text.of("core.privacy.mail.purpose"),
                Basis.CONTRACT,
                Text.of("core.privacy.mail.data"),
                Text.of("core.privacy.mail.retention")));
    }

    @Override
    public List<PersonalDocument> export(String subject) {
        List<List<Object>> rows = sql.required(connection -> {
            List<List<Object>> letters = new ArrayList<>();
            try (PreparedStatement select = Sql.prepare(
                            connection,
                            "select written_at, sent_at, state, address, title from greffon_core_mail"
                                    + " where subject = ? order by written_at, id",
                            subject);
                    ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    letters.add(PersonalDocument.row(
                            Sql.instant(row, "written_at"),
                            Sql.instant(row, "sent_at"),
                            Word.of("core.mail.state.", row.getString("state")),
                            row.getString("address"),
                            row.getString("title")));
                }
            }
            return letters;
        });
        List<Column> columns = COLUMNS.stream()
                .map(key -> new Column(key, Text.of("core.privacy.column." + key)))
                .toList();
        return rows.isEmpty()
                ? List.of()
                : List.of(new PersonalDocument("letters", Text.of("core.privacy.mail"), columns, rows, List.of()));
    }

    /** The causes stay, so that no letter is written a second time; nothing in them names a person. */
    @Override
    public List<Erasure> erase(String subject, boolean dryRun, Actor by) {
        long letters = sql.required(connection -> {
            if (!dryRun) {
                long erased = Sql.update(
                        connection,
                        "update greffon_core_mail set subject = null, name = '', address = '', title = '',"
                                + " text_body = null, html_body = null, unsubscribe = null, failure_detail = null,"
                                + " next_attempt_at = null,"
                                + " state = case when state = 'SENT' then state else 'CANCELLED' end where subject = ?",
                        subject);
                AttachmentRows.forgetWithoutText(connection);
                return erased;
            }
            try (PreparedStatement select = Sql.prepare(
                            connection, "select count(*) from greffon_core_mail where subject = ?", subject);
                    ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        });
        return List.of(Erasure.gone(Text.of("core.privacy.mail"), letters));
    }
}
