package coop.greffon.core.internal.backup;

import coop.greffon.core.backup.Progress;
import coop.greffon.core.internal.backup.Manifest.Table;
import coop.greffon.core.internal.backup.TableShape.Column;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/** Puts a checked backup into a database, within one transaction that its caller commits or undoes. */
final class Restoration {
    private static final int PART = 256 << 10;

    private final Connection connection;
    private final BackupZip backup;
    private final DatabaseShape shape;
    private final Map<String, Filling> fillings = new LinkedHashMap<>();

    /** A table, what the backup has of it, and the columns that have to wait for other rows. */
    private record Filling(TableShape shape, Table table, List<Column> later) {}

    Restoration(Connection connection, BackupZip backup) throws SQLException {
        this.connection = connection;
        this.backup = backup;
        this.shape = new DatabaseShape(connection);
        Set<String> filled = new HashSet<>();
        for (TableShape here : shape.tables()) {
            Table there = backup.manifest().tables().stream()
                    .filter(table -> table.name().equals(here.name()))
                    .findFirst()
                    .orElse(null);
            TableShape ordered = there == null ? here : inOrderOf(there, here);
            fillings.put(here.name(), new Filling(ordered, there, ordered.laterColumns(filled)));
            filled.add(here.name());
        }
        if (backup.manifest().tables().stream().anyMatch(table -> !filled.contains(table.name()))) {
            throw new Refused(Text.of("core.backup.shape"));
        }
    }

    /** The table here with its columns in the backup's order, which is the database's own affair. */
    private static TableShape inOrderOf(Table there, TableShape here) {
        List<Column> columns = new ArrayList<>();
        for (Manifest.Column wanted : there.columns()) {
            here.columns().stream()
                    .filter(column -> column.name().equals(wanted.name()) && column.kind() == wanted.kind())
                    .forEach(columns::add);
        }
        if (columns.size() != there.columns().size()
                || columns.size() != here.columns().size()) {
            throw new Refused(Text.of("core.backup.shape"));
        }
        return new TableShape(here.name(), columns, here.primaryKey(), here.parents());
    }

    /** Puts everything in the place of what is there, then reads it again to compare. */
    void run(Progress progress) throws SQLException, IOException {
        raiseSequences();
        empty();
        int done = 0;
        for (Filling filling : fillings.values()) {
            if (filling.table() != null) {
                insert(filling);
            }
            progress.table(filling.shape().name(), ++done, fillings.size());
        }
        for (Filling filling : fillings.values()) {
            if (filling.table() != null && !filling.later().isEmpty()) {
                insertLater(filling);
            }
        }
        insertFiles();
        compare();
    }

    /**
     * Before the rows, because on H2 this ends a transaction: a sequence that is ahead of what it need be does no harm if the rows do not
     * follow.
     */
    private void raiseSequences() throws SQLException {
        SortedMap<String, Long> here = shape.sequences();
        for (var sequence : backup.manifest().sequences().entrySet()) {
            Long next = here.get(sequence.getKey());
            if (next != null && next < sequence.getValue()) {
                execute("alter sequence " + sequence.getKey() + " restart with " + sequence.getValue());
            }
        }
    }

    private void empty() throws SQLException {
        for (Filling filling : fillings.values()) {
            for (Column column : filling.later()) {
                execute("update " + filling.shape().name() + " set \"" + column.name() + "\" = null");
            }
        }
        for (String table : shape.toEmpty()) {
            execute("delete from " + table);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void insert(Filling filling) throws SQLException, IOException {
        List<Column> columns = filling.shape().columns();
        try (PreparedStatement insert =
                connection.prepareStatement(filling.shape().insert())) {
            var batch = new Batch(insert);
            backup.<SQLException>read(filling.table(), row -> {
                for (int i = 0; i < columns.size(); i++) {
                    Column column = columns.get(i);
                    String value = filling.later().contains(column) ? null : row.get(i);
                    column.kind().bind(insert, i + 1, value);
                }
                batch.add();
            });
            batch.finish();
        }
    }

    /** Columns that point to rows of the same table, or of one filled after it, are filled once those are there. */
    private void insertLater(Filling filling) throws SQLException, IOException {
        TableShape table = filling.shape();
        List<Integer> indexes = new ArrayList<>(
                table.indexes(filling.later().stream().map(Column::name).toList()));
        indexes.addAll(table.indexes(table.primaryKey()));
        try (PreparedStatement update = connection.prepareStatement(table.update(filling.later()))) {
            var batch = new Batch(update);
            backup.<SQLException>read(filling.table(), row -> {
                for (int i = 0; i < indexes.size(); i++) {
                    int index = indexes.get(i);
                    table.columns().get(index).kind().bind(update, i + 1, row.get(index));
                }
                batch.add();
            });
            batch.finish();
        }
    }

    private void insertFiles() throws SQLException, IOException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into " + DatabaseShape.FILE_PARTS + " (file_id, position, content) values (?, ?, ?)")) {
            for (String entry : backup.manifest().entries().keySet()) {
                if (entry.startsWith(Manifest.FILES)) {
                    insertFile(insert, entry);
                }
            }
        }
    }

    private void insertFile(PreparedStatement insert, String entry) throws SQLException, IOException {
        long id = Long.parseLong(entry.substring(Manifest.FILES.length(), entry.indexOf('.')));
        try (InputStream in = backup.open(entry)) {
            byte[] part = in.readNBytes(PART);
            for (int position = 0; part.length > 0; position++) {
                insert.setLong(1, id);
                insert.setInt(2, position);
                insert.setBytes(3, part);
                insert.executeUpdate();
                part = in.readNBytes(PART);
            }
        }
    }

    /** What is there now must be what the backup says. */
    private void compare() throws SQLException, IOException {
        for (Filling filling : fillings.values()) {
            RowDigest digest = TableReader.read(connection, filling.shape(), row -> {});
            boolean same = filling.table() == null
                    ? digest.rows() == 0
                    : digest.value().equals(filling.table().digest());
            if (!same) {
                throw new IllegalStateException(filling.shape().name() + " is not what the backup says");
            }
        }
        compareFiles();
    }

    private void compareFiles() throws SQLException {
        try (PreparedStatement files = connection.prepareStatement("select id, sha256 from greffon_core_file");
                PreparedStatement parts = connection.prepareStatement(
                        "select content from greffon_core_file_part where file_id = ? order by position");
                ResultSet file = files.executeQuery()) {
            while (file.next()) {
                parts.setLong(1, file.getLong(1));
                if (!digest(parts).equals(file.getString(2))) {
                    throw new IllegalStateException("File " + file.getLong(1) + " is not what the backup says");
                }
            }
        }
    }

    private static String digest(PreparedStatement parts) throws SQLException {
        MessageDigest digest = RowDigest.sha256();
        try (ResultSet part = parts.executeQuery()) {
            while (part.next()) {
                digest.update(part.getBytes(1));
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
