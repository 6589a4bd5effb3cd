package coop.greffon.members.internal.importing.desk;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.tabular.TabularLimits;
import coop.greffon.web.form.SentForm;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;

/** The bytes of uploads in the database, cut into parts so that none is ever whole in memory. */
final class UploadBytes {
    private static final int PART = 256 << 10;
    private static final long MOST = TabularLimits.standard().fileBytes();

    private final Connection connection;

    UploadBytes(Connection connection) {
        this.connection = connection;
    }

    /** What was stored. */
    record Received(long size, String sha256) {}

    /**
     * Stores a file.
     *
     * @throws InvalidInput where it is empty; the field is {@code file}
     */
    Received write(long upload, Path content) throws SQLException {
        try (var digested = new DigestInputStream(Files.newInputStream(content), MessageDigest.getInstance("SHA-256"));
                PreparedStatement insert = connection.prepareStatement(
                        "insert into greffon_members_import_part (import_id, position, content) values (?, ?, ?)")) {
            long size = 0;
            byte[] part = digested.readNBytes(PART);
            for (int position = 0; part.length > 0; position++) {
                size += part.length;
                insert.setLong(1, upload);
                insert.setInt(2, position);
                insert.setBytes(3, part);
                insert.executeUpdate();
                part = digested.readNBytes(PART);
            }
            if (size == 0) {
                throw refused(Text.of("members.import.upload.empty"));
            }
            return new Received(
                    size, HexFormat.of().formatHex(digested.getMessageDigest().digest()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    /** Puts on the disk what somebody sends: of what is too large, no more than shows that it is. */
    static void spool(InputStream content, Path to) {
        try (OutputStream out = Files.newOutputStream(to)) {
            long size = 0;
            for (byte[] part = content.readNBytes(PART); part.length > 0; part = content.readNBytes(PART)) {
                size += part.length;
                if (size > MOST) {
                    throw new InvalidInput(new FieldError(
                            "file",
                            null,
                            SentForm.tooLarge("members.import.upload.file", MOST),
                            Text.of("members.import.upload.split")));
                }
                out.write(part);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static InvalidInput refused(Text why) {
        return new InvalidInput(FieldError.of("file", null, why));
    }

    /** Copies a file to the disk, where it can be read as often as needed. */
    void copy(long upload, Path to) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                        "select content from greffon_members_import_part where import_id = ? and position = ?");
                OutputStream out = Files.newOutputStream(to)) {
            select.setLong(1, upload);
            boolean there = true;
            for (int position = 0; there; position++) {
                select.setInt(2, position);
                try (ResultSet row = select.executeQuery()) {
                    there = row.next();
                    if (there) {
                        out.write(row.getBytes(1));
                    }
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
