package coop.greffon.core.internal.file;

import coop.greffon.core.file.StoredFile;
import coop.greffon.core.internal.persistence.Sql;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;

/** A file read part by part, so that a slow reader holds neither memory nor a transaction. */
final class FileContent extends InputStream {
    private final Sql sql;
    private final StoredFile file;
    private byte[] part = {};
    private int next;
    private int position;
    private long read;

    FileContent(Sql sql, StoredFile file) {
        this.sql = sql;
        this.file = file;
    }

    @Override
    public int read() throws IOException {
        return hasMore() ? part[next++] & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, target.length);
        if (length == 0) {
            return 0;
        }
        if (!hasMore()) {
            return -1;
        }
        int taken = Math.min(length, part.length - next);
        System.arraycopy(part, next, target, offset, taken);
        next += taken;
        return taken;
    }

    private boolean hasMore() throws IOException {
        if (next < part.length) {
            return true;
        }
        if (read == file.size()) {
            return false;
        }
        part = sql.required(this::load);
        if (part == null) {
            part = new byte[0];
            throw new IOException("File " + file.id() + " was removed while it was read");
        }
        position++;
        next = 0;
        read += part.length;
        return true;
    }

    private byte[] load(Connection connection) throws SQLException {
        try (PreparedStatement select = Sql.prepare(
                        connection,
                        "select content from greffon_core_file_part where file_id = ? and position = ?",
                        file.id(),
                        position);
                ResultSet row = select.executeQuery()) {
            return row.next() ? row.getBytes(1) : null;
        }
    }
}
