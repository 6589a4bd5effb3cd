package coop.greffon.core.internal.backup;

import coop.greffon.core.backup.Progress;
import coop.greffon.core.file.FileType;
import coop.greffon.core.internal.backup.Manifest.Column;
import coop.greffon.core.internal.backup.Manifest.Table;
import coop.greffon.core.internal.persistence.HostRows;
import coop.greffon.core.internal.persistence.Sql;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes what a snapshot holds into a zip. */
final class BackupWriter {
    private final Snapshot snapshot;
    private final Connection connection;
    private final ZipOutputStream zip;
    private final SortedMap<String, String> entries = new TreeMap<>();

    BackupWriter(Snapshot snapshot, OutputStream out) {
        this.snapshot = snapshot;
        this.connection = snapshot.connection();
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    }

    /**
     * Writes.
     *
     * @param module whose tables and rows in core's tables alone are written, null for everything
     */
    Manifest write(String module, Instant madeAt, Progress progress) throws SQLException, IOException {
        var shape = new DatabaseShape(connection);
        List<TableShape> wanted = new ArrayList<>();
        for (TableShape table : shape.tables()) {
            if (isWanted(table, module)) {
                wanted.add(table);
            }
        }
        List<Table> tables = new ArrayList<>();
        for (TableShape table : wanted) {
            tables.add(table(table, module));
            progress.table(table.name(), tables.size(), wanted.size());
        }
        files(module);
        var manifest = new Manifest(
                Manifest.FORMAT,
                module,
                madeAt.toString(),
                snapshot.database(),
                shape.migrations(),
                tables,
                shape.sequences(),
                new TreeMap<>(entries));
        finish(manifest.toJson());
        return manifest;
    }

    private boolean isWanted(TableShape table, String module) throws SQLException {
        return isWhole(table, module) || holdsRowsOf(module, table);
    }

    private static boolean isWhole(TableShape table, String module) {
        return module == null || table.name().startsWith("greffon_" + module + "_");
    }

    /** Whether core keeps something of a module in one of its own tables. */
    private boolean holdsRowsOf(String module, TableShape table) throws SQLException {
        Optional<HostRows> rows = HostRows.in(table.name());
        if (rows.isEmpty()) {
            return false;
        }
        String select = "select 1 from " + table.name() + " where " + rows.get().condition() + " limit 1";
        try (PreparedStatement statement = Sql.prepare(connection, select, module);
                ResultSet row = statement.executeQuery()) {
            return row.next();
        }
    }

    private Table table(TableShape table, String module) throws SQLException, IOException {
        RowDigest digest;
        try (Entry entry = new Entry(Table.entryOf(table.name()));
                CsvWriter csv = CsvText.writer(entry)) {
            csv.writeRecord(
                    table.columns().stream().map(TableShape.Column::name).toList());
            TableReader.RowUse use = row -> csv.writeRecord(CsvText.cells(row));
            digest = isWhole(table, module)
                    ? TableReader.read(connection, table, use)
                    : TableReader.read(
                            connection, table, HostRows.in(table.name()).orElseThrow(), module, use);
        }
        List<Column> columns = table.columns().stream()
                .map(column -> new Column(column.name(), column.kind()))
                .toList();
        return new Table(table.name(), columns, digest.rows(), digest.value());
    }

    private void files(String module) throws SQLException, IOException {
        try (PreparedStatement select =
                connection.prepareStatement("select id, module, type from greffon_core_file order by id")) {
            SortedMap<Long, FileType> types = new TreeMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    if (module == null || row.getString(2).equals(module)) {
                        types.put(row.getLong(1), FileType.valueOf(row.getString(3)));
                    }
                }
            }
            for (var file : types.entrySet()) {
                file(file.getKey(), file.getValue());
            }
        }
    }

    private void file(long id, FileType type) throws SQLException, IOException {
        try (Entry entry = new Entry(Manifest.FILES + id + "." + type.extension());
                PreparedStatement select = connection.prepareStatement(
                        "select content from greffon_core_file_part where file_id = ? order by position")) {
            select.setLong(1, id);
            select.setFetchSize(4);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    entry.write(row.getBytes(1));
                }
            }
        }
    }

    private void finish(byte[] manifest) throws IOException {
        byte[] digest = RowDigest.sha256().digest(manifest);
        try (Entry entry = new Entry(Manifest.ENTRY)) {
            entry.write(manifest);
        }
        try (Entry entry = new Entry(Manifest.DIGEST_ENTRY)) {
            entry.write(HexFormat.of().formatHex(digest).getBytes(StandardCharsets.US_ASCII));
        }
        zip.finish();
        zip.flush();
    }

    /** One entry of the zip, whose digest is kept when it is closed. */
    private final class Entry extends FilterOutputStream {
        private final String name;
        private final MessageDigest digest;
        private boolean open = true;

        Entry(String name) throws IOException {
            this(name, RowDigest.sha256());
        }

        private Entry(String name, MessageDigest digest) throws IOException {
            super(new DigestOutputStream(zip, digest));
            this.name = name;
            this.digest = digest;
            zip.putNextEntry(new ZipEntry(name));
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            if (open) {
                open = false;
                zip.closeEntry();
                entries.put(name, HexFormat.of().formatHex(digest.digest()));
            }
        }
    }
}
