package coop.greffon.core.internal.mail;

import coop.greffon.core.internal.persistence.Sql;
import coop.greffon.core.mail.Attachment;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The files that go with letters, kept as long as what the letters say. */
final class AttachmentRows {
    private AttachmentRows() {}

    static void insert(Connection connection, long mailId, List<Attachment> attachments) throws SQLException {
        for (int position = 0; position < attachments.size(); position++) {
            Attachment attachment = attachments.get(position);
            Sql.update(
                    connection,
                    "insert into greffon_core_mail_attachment (mail_id, position, name, media_type, content)"
                            + " values (?, ?, ?, ?, ?)",
                    mailId,
                    position,
                    attachment.name(),
                    attachment.mediaType(),
                    attachment.content());
        }
    }

    static List<Attachment> of(Connection connection, long mailId) throws SQLException {
        try (PreparedStatement select = Sql.prepare(
                        connection,
                        "select name, media_type, content from greffon_core_mail_attachment where mail_id = ?"
                                + " order by position",
                        mailId);
                ResultSet row = select.executeQuery()) {
            List<Attachment> attachments = new ArrayList<>();
            while (row.next()) {
                attachments.add(
                        new Attachment(row.getString("name"), row.getString("media_type"), row.getBytes("content")));
            }
            return attachments;
        }
    }

    static void forget(Connection connection, long mailId) throws SQLException {
        Sql.update(connection, "delete from greffon_core_mail_attachment where mail_id = ?", mailId);
    }

    /** Forgets those of letters that say nothing any more. */
    static void forgetWithoutText(Connection connection) throws SQLException {
        Sql.update(
                connection,
                "delete from greffon_core_mail_attachment where mail_id in"
                        + " (select id from greffon_core_mail where text_body is null)");
    }
}
