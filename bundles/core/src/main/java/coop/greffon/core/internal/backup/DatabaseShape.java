package coop.greffon.core.internal.backup;

import coop.greffon.core.internal.backup.TableShape.Column;
import coop.greffon.core.internal.backup.TableShape.Parent;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Greffon's part of a database looks like, as JDBC tells it. */
final class DatabaseShape {
    /** Where the parts of photos and documents are; a backup has them as files. */
    static final String FILE_PARTS = "greffon_core_file_part";

    /** What opens doors or hides secrets, and what only matters to the running process. */
    private static final Set<String> LEFT_OUT = Set.of(
            "greffon_core_session",
            "greffon_core_link",
            "greffon_core_sign_in_failure",
            "greffon_core_setting_secret",
            FILE_PARTS);

    private static final Pattern HISTORY = Pattern.compile("greffon_([a-z]+)_schema_history");
    private static final Pattern OURS = Pattern.compile("greffon_[a-z0-9_]+");

    private final Connection connection;
    private final DatabaseMetaData metadata;
    private final String schema;

    DatabaseShape(Connection connection) throws SQLException {
        this.connection = connection;
        this.metadata = connection.getMetaData();
        this.schema = connection.getSchema();
    }

    /** The tables a backup holds, each after those it points to as far as there is such an order. */
    List<TableShape> tables() throws SQLException {
        SortedMap<String, TableShape> left = new TreeMap<>();
        for (String name : names()) {
            if (!HISTORY.matcher(name).matches() && !LEFT_OUT.contains(name)) {
                left.put(name, shape(name));
            }
        }
        return ordered(left);
    }

    /** The tables that restoring empties, children first. */
    List<String> toEmpty() throws SQLException {
        List<String> names = new ArrayList<>(LEFT_OUT);
        names.retainAll(names());
        List<String> tables =
                new ArrayList<>(tables().stream().map(TableShape::name).toList());
        Collections.reverse(tables);
        names.addAll(tables);
        return names;
    }

    private SortedSet<String> names() throws SQLException {
        try (ResultSet row = metadata.getTables(null, schema, "greffon%", new String[] {"TABLE", "BASE TABLE"})) {
            SortedSet<String> names = new TreeSet<>();
            while (row.next()) {
                String name = row.getString("TABLE_NAME");
                if (OURS.matcher(name).matches()) {
                    names.add(name);
                }
            }
            return names;
        }
    }

    private TableShape shape(String table) throws SQLException {
        return new TableShape(table, columns(table), primaryKey(table), parents(table));
    }

    private List<Column> columns(String table) throws SQLException {
        try (ResultSet row = metadata.getColumns(null, schema, table, null)) {
            List<Column> columns = new ArrayList<>();
            while (row.next()) {
                if (row.getString("TABLE_NAME").equals(table) && !"YES".equals(row.getString("IS_GENERATEDCOLUMN"))) {
                    String name = row.getString("COLUMN_NAME");
                    ColumnKind kind =
                            ColumnKind.of(table + "." + name, row.getInt("DATA_TYPE"), row.getString("TYPE_NAME"));
                    columns.add(new Column(name, kind, row.getInt("NULLABLE") == DatabaseMetaData.columnNullable));
                }
            }
            return columns;
        }
    }

    private List<String> primaryKey(String table) throws SQLException {
        try (ResultSet row = metadata.getPrimaryKeys(null, schema, table)) {
            SortedMap<Integer, String> columns = new TreeMap<>();
            while (row.next()) {
                columns.put(row.getInt("KEY_SEQ"), row.getString("COLUMN_NAME"));
            }
            return List.copyOf(columns.values());
        }
    }

    private List<Parent> parents(String table) throws SQLException {
        try (ResultSet row = metadata.getImportedKeys(null, schema, table)) {
            Map<String, Parent> parents = new LinkedHashMap<>();
            while (row.next()) {
                String parent = row.getString("PKTABLE_NAME");
                parents.computeIfAbsent(row.getString("FK_NAME"), ignored -> new Parent(parent, new ArrayList<>()))
                        .columns()
                        .add(row.getString("FKCOLUMN_NAME"));
            }
            return List.copyOf(parents.values());
        }
    }

    private static List<TableShape> ordered(SortedMap<String, TableShape> left) {
        List<TableShape> ordered = new ArrayList<>();
        Set<String> done = new HashSet<>();
        while (!left.isEmpty()) {
            TableShape next = left.values().stream()
                    .filter(table -> pointsTo(table, left.keySet(), false).isEmpty())
                    .findFirst()
                    .or(() -> left.values().stream()
                            .filter(table ->
                                    pointsTo(table, left.keySet(), true).isEmpty())
                            .findFirst())
                    .orElseThrow(() -> new IllegalStateException(
                            "Tables that need each other cannot be restored: " + left.keySet()));
            ordered.add(next);
            done.add(next.name());
            left.remove(next.name());
        }
        return ordered;
    }

    /** Which tables must be there before this one; where {@code circles} are allowed, columns that may be empty can wait. */
    private static List<String> pointsTo(TableShape table, Set<String> left, boolean circles) {
        return table.parents().stream()
                .filter(parent -> left.contains(parent.table()))
                .filter(parent -> !parent.table().equals(table.name()))
                .filter(parent -> !circles || !mayBeEmpty(table, parent))
                .map(Parent::table)
                .toList();
    }

    private static boolean mayBeEmpty(TableShape table, Parent parent) {
        return table.columns().stream()
                .filter(column -> parent.columns().contains(column.name()))
                .allMatch(Column::nullable);
    }

    /** The migrations each module has applied, by module. */
    SortedMap<String, SortedSet<String>> migrations() throws SQLException {
        SortedMap<String, SortedSet<String>> migrations = new TreeMap<>();
        for (String name : names()) {
            Matcher history = HISTORY.matcher(name);
            if (history.matches()) {
                migrations.put(history.group(1), applied(name));
            }
        }
        return migrations;
    }

    private SortedSet<String> applied(String history) throws SQLException {
        String select = "select \"version\" from " + history + " where \"success\" and \"type\" = 'SQL'";
        try (PreparedStatement statement = connection.prepareStatement(select);
                ResultSet row = statement.executeQuery()) {
            SortedSet<String> versions = new TreeSet<>();
            while (row.next()) {
                versions.add(row.getString(1));
            }
            return versions;
        }
    }

    /** The next value of each sequence. */
    SortedMap<String, Long> sequences() throws SQLException {
        SortedMap<String, Long> sequences = new TreeMap<>();
        boolean isH2 = metadata.getDatabaseProductName().equals("H2");
        for (String name : sequenceNames()) {
            String next = isH2
                    ? "select base_value from information_schema.sequences where sequence_name = '" + name + "'"
                    : "select case when s.is_called then s.last_value + p.seqincrement else s.last_value end from "
                            + name + " s, pg_sequence p where p.seqrelid = '" + name + "'::regclass";
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(next)) {
                row.next();
                sequences.put(name, row.getLong(1));
            }
        }
        return sequences;
    }

    private List<String> sequenceNames() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select sequence_name from information_schema.sequences where sequence_schema = ?")) {
            statement.setString(1, schema);
            try (ResultSet row = statement.executeQuery()) {
                List<String> names = new ArrayList<>();
                while (row.next()) {
                    if (OURS.matcher(row.getString(1)).matches()) {
                        names.add(row.getString(1));
                    }
                }
                return names;
            }
        }
    }
}
