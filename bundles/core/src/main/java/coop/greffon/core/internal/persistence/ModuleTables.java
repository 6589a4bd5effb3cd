package coop.greffon.core.internal.persistence;

import coop.greffon.core.module.TableSize;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;

/** The tables of one module, known by their names, whether the module is installed or not. */
public final class ModuleTables {
    private static final String OURS = "greffon_";

    private final DataSource dataSource;

    public ModuleTables(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The module's tables and how many rows each has, the history of its migrations left out. */
    public List<TableSize> sizes(String module) {
        return connected(connection -> {
            List<TableSize> sizes = new ArrayList<>();
            for (String table : tables(connection, module)) {
                if (!table.equals(Migrations.historyTable(module))) {
                    sizes.add(new TableSize(table, count(connection, table)));
                }
            }
            return sizes;
        });
    }

    /** The other modules whose tables point to this one's. */
    public Set<String> referencedBy(String module) {
        return connected(connection -> {
            Set<String> modules = new TreeSet<>();
            DatabaseMetaData meta = connection.getMetaData();
            for (String table : tables(connection, module)) {
                try (ResultSet keys = meta.getExportedKeys(null, connection.getSchema(), table)) {
                    while (keys.next()) {
                        modules.add(moduleOf(keys.getString("FKTABLE_NAME")));
                    }
                }
            }
            modules.remove(module);
            return modules;
        });
    }

    /** Drops the module's tables, its sequences and the history of its migrations, and erases what core keeps for it: files, settings, jobs and the seals of its journals. */
    public void drop(String module) {
        connected(connection -> {
            drop(connection, module);
            return null;
        });
    }

    private static void drop(Connection connection, String module) throws SQLException {
        List<String> tables = tables(connection, module);
        List<String> sequences = sequences(connection, module);
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            if (!tables.isEmpty()) {
                statement.execute("drop table " + String.join(", ", tables));
            }
            for (String sequence : sequences) {
                statement.execute("drop sequence if exists " + sequence);
            }
            eraseFiles(connection, module);
            for (HostRows rows : HostRows.ALL) {
                Sql.update(connection, "delete from " + rows.table() + " where " + rows.condition(), module);
            }
            connection.commit();
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private static void eraseFiles(Connection connection, String module) throws SQLException {
        try (PreparedStatement erase = connection.prepareStatement("delete from greffon_core_file where module = ?")) {
            erase.setString(1, module);
            erase.executeUpdate();
        }
    }

    static List<String> tables(Connection connection, String module) throws SQLException {
        return named(connection, OURS + module + "_");
    }

    /** The tables whose names begin so, in the order of their names. */
    static List<String> named(Connection connection, String prefix) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet found = connection
                .getMetaData()
                .getTables(null, connection.getSchema(), null, new String[] {"TABLE", "BASE TABLE"})) {
            while (found.next()) {
                String table = found.getString("TABLE_NAME");
                if (table.startsWith(prefix)) {
                    tables.add(table);
                }
            }
        }
        tables.sort(null);
        return tables;
    }

    static List<String> sequences(Connection connection, String module) throws SQLException {
        List<String> sequences = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(
                "select sequence_name from information_schema.sequences where sequence_schema = ?"
                        + " order by sequence_name")) {
            query.setString(1, connection.getSchema());
            try (ResultSet found = query.executeQuery()) {
                while (found.next()) {
                    String sequence = found.getString(1);
                    if (sequence.startsWith(OURS + module + "_")) {
                        sequences.add(sequence);
                    }
                }
            }
        }
        return sequences;
    }

    private static long count(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet counted = statement.executeQuery("select count(*) from " + table)) {
            counted.next();
            return counted.getLong(1);
        }
    }

    private static String moduleOf(String table) {
        String[] parts = table.split("_", 3);
        return parts.length > 1 ? parts[1] : table;
    }

    private <R> R connected(Work<R> work) {
        try (Connection connection = dataSource.getConnection()) {
            return work.on(connection);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @FunctionalInterface
    private interface Work<R> {
        R on(Connection connection) throws SQLException;
    }
}
