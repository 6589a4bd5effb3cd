package coop.greffon.core.internal.file;

import coop.greffon.core.file.FileDraft;
import coop.greffon.core.file.FileStore;
import coop.greffon.core.file.FileType;
import coop.greffon.core.file.StoredFile;
import coop.greffon.core.internal.persistence.Sql;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.problem.NotFound;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Files in core's tables, cut into parts so that none is ever whole in memory. */
@Component(service = FileStore.class)
public final class DatabaseFiles implements FileStore {
    static final int PART = 256 << 10;
    private static final int LONGEST_NAME = 200;
    private static final String SELECT =
            "select id, module, file_key, name, type, size_bytes, sha256, stored_at from greffon_core_file ";

    private final Sql sql;
    private final Clock clock;

    @Activate
    public DatabaseFiles(@Reference(target = "(osgi.unit.name=core)") JpaTemplate jpa, @Reference Clock clock) {
        this.sql = new Sql(jpa);
        this.clock = clock;
    }

    @Override
    public StoredFile put(FileDraft draft, InputStream content) {
        return sql.required(connection -> {
            try {
                return write(connection, draft, content);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        });
    }

    private StoredFile write(Connection connection, FileDraft draft, InputStream content)
            throws IOException, SQLException {
        byte[] part = content.readNBytes(PART);
        FileType type = insist(draft, part);
        remove(connection, draft.module(), draft.key());
        long id = nextId(connection);
        insert(connection, id, draft, type);
        MessageDigest digest = sha256();
        long size = 0;
        for (int position = 0; part.length > 0; position++) {
            size += part.length;
            if (size > draft.rule().mostBytes()) {
                throw refused(draft, Text.of("core.file.too-large", draft.rule().mostBytes() >> 20));
            }
            digest.update(part);
            Sql.update(connection, "insert into greffon_core_file_part values (?, ?, ?)", id, position, part);
            part = content.readNBytes(PART);
        }
        String sha256 = HexFormat.of().formatHex(digest.digest());
        Sql.update(
                connection, "update greffon_core_file set size_bytes = ?, sha256 = ? where id = ?", size, sha256, id);
        return one(connection, "where id = ?", id).orElseThrow();
    }

    private static FileType insist(FileDraft draft, byte[] head) {
        if (head.length == 0) {
            throw refused(draft, Text.of("core.file.empty"));
        }
        return FileTypes.of(head)
                .filter(draft.rule().types()::contains)
                .orElseThrow(() -> refused(draft, Text.of("core.file.kind-refused", accepted(draft))));
    }

    private static String accepted(FileDraft draft) {
        return String.join(
                ", ", draft.rule().types().stream().map(FileType::name).sorted().toList());
    }

    private static InvalidInput refused(FileDraft draft, Text why) {
        return new InvalidInput(FieldError.of("file", draft.name(), why));
    }

    private static long nextId(Connection connection) throws SQLException {
        try (PreparedStatement next = connection.prepareStatement("select nextval('greffon_core_file_seq')");
                ResultSet row = next.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private void insert(Connection connection, long id, FileDraft draft, FileType type) throws SQLException {
        String name =
                draft.name().substring(0, Math.min(LONGEST_NAME, draft.name().length()));
        Sql.update(
                connection,
                "insert into greffon_core_file (id, module, file_key, name, type, size_bytes, sha256, stored_at)"
                        + " values (?, ?, ?, ?, ?, 0, '', ?)",
                id,
                draft.module(),
                draft.key(),
                name,
                type.name(),
                clock.instant());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    @Override
    public Optional<StoredFile> find(String module, String key) {
        return sql.required(connection -> one(connection, "where module = ? and file_key = ?", module, key));
    }

    @Override
    public Optional<StoredFile> find(long id) {
        return sql.required(connection -> one(connection, "where id = ?", id));
    }

    @Override
    public List<StoredFile> list(String module, String prefix) {
        return sql.required(connection -> all(
                connection,
                "where module = ? and substring(file_key from 1 for ?) = ? order by file_key",
                module,
                prefix.length(),
                prefix));
    }

    @Override
    public InputStream open(long id) {
        StoredFile file = find(id).orElseThrow(() -> new NotFound(Text.of("core.file.unknown", Long.toString(id))));
        return new FileContent(sql, file);
    }

    @Override
    public void remove(String module, String key) {
        sql.required(connection -> remove(connection, module, key));
    }

    private static int remove(Connection connection, String module, String key) throws SQLException {
        return Sql.update(connection, "delete from greffon_core_file where module = ? and file_key = ?", module, key);
    }

    private static Optional<StoredFile> one(Connection connection, String where, Object... arguments)
            throws SQLException {
        return all(connection, where, arguments).stream().findFirst();
    }

    private static List<StoredFile> all(Connection connection, String where, Object... arguments) throws SQLException {
        try (PreparedStatement select = Sql.prepare(connection, SELECT + where, arguments);
                ResultSet row = select.executeQuery()) {
            List<StoredFile> files = new ArrayList<>();
            while (row.next()) {
                files.add(new StoredFile(
                        row.getLong("id"),
                        row.getString("module"),
                        row.getString("file_key"),
                        row.getString("name"),
                        FileType.valueOf(row.getString("type")),
                        row.getLong("size_bytes"),
                        row.getString("sha256"),
                        Sql.instant(row, "stored_at")));
            }
            return files;
        }
    }
}
