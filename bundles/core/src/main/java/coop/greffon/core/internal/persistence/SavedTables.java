package coop.greffon.core.internal.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A module's tables as they were before its migrations, on H2, which commits at each DDL statement.
 *
 * <p>Rows are copied within the database, so nothing passes through memory; the statements that make the tables are kept beside them. The
 * record of those statements is written last, in one transaction: where it is there after a power cut, the copies are whole.
 */
final class SavedTables {
    private static final String SAVED = "saved_";

    /** {@code CREATE CACHED TABLE "public"."x"}, {@code ALTER TABLE "public"."x"}, {@code CREATE INDEX ... ON "public"."x"} and so on. */
    private static final Pattern CONCERNED =
            Pattern.compile("(?:TABLE|SEQUENCE|\\bON) (?:IF (?:NOT )?EXISTS )?\"[^\"]+\"\\.\"([^\"]+)\"");

    private static final Pattern REFERENCED =
            Pattern.compile("FOREIGN KEY\\(.*\\) REFERENCES \"[^\"]+\"\\.\"([^\"]+)\"", Pattern.DOTALL);

    private final Connection connection;
    private final String module;

    SavedTables(Connection connection, String module) {
        this.connection = connection;
        this.module = module;
    }

    private String record() {
        return SAVED + "greffon_" + module;
    }

    /** Keeps the tables as they are now. */
    void save() throws SQLException {
        List<String> statements = statements();
        discard();
        for (String table : ModuleTables.tables(connection, module)) {
            execute("create table " + SAVED + table + " as select * from " + table);
        }
        execute("create table " + record() + " (position integer primary key, statement text not null)");
        connection.setAutoCommit(false);
        try (PreparedStatement insert = connection.prepareStatement("insert into " + record() + " values (?, ?)")) {
            insert(insert, 0, "");
            for (int position = 0; position < statements.size(); position++) {
                insert(insert, position + 1, statements.get(position));
            }
            connection.commit();
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private static void insert(PreparedStatement insert, int position, String statement) throws SQLException {
        insert.setInt(1, position);
        insert.setString(2, statement);
        insert.executeUpdate();
    }

    /** Whether a migration was begun and neither ended well nor was undone. */
    boolean isThere() throws SQLException {
        try (ResultSet found = connection
                .getMetaData()
                .getTables(null, connection.getSchema(), record(), new String[] {"TABLE", "BASE TABLE"})) {
            if (!found.next()) {
                return false;
            }
        }
        return !recorded().isEmpty();
    }

    /** Puts everything back as it was saved, and forgets what was saved. */
    void restore() throws SQLException {
        List<String> statements = recorded();
        for (String table : ModuleTables.tables(connection, module)) {
            execute("drop table " + table + " cascade");
        }
        for (String sequence : ModuleTables.sequences(connection, module)) {
            execute("drop sequence " + sequence);
        }
        // Rows before foreign keys: then their order does not matter.
        for (String statement : statements) {
            if (!statement.isEmpty() && !isForeignKey(statement)) {
                execute(statement);
            }
        }
        for (String table : ModuleTables.tables(connection, module)) {
            execute("insert into " + table + " overriding system value select * from " + SAVED + table);
        }
        for (String statement : statements) {
            if (isForeignKey(statement)) {
                execute(statement);
            }
        }
        discard();
    }

    /** Forgets what was saved. */
    void discard() throws SQLException {
        execute("drop table if exists " + record());
        for (String table : ModuleTables.named(connection, SAVED + "greffon_" + module + "_")) {
            execute("drop table " + table);
        }
    }

    private List<String> recorded() throws SQLException {
        List<String> statements = new ArrayList<>();
        try (Statement query = connection.createStatement();
                ResultSet rows = query.executeQuery("select statement from " + record() + " order by position")) {
            while (rows.next()) {
                statements.add(rows.getString(1));
            }
        }
        return statements;
    }

    /** What makes the module's tables and sequences, and what other modules' tables point to them with. */
    private List<String> statements() throws SQLException {
        Set<String> own = Set.copyOf(ModuleTables.tables(connection, module));
        Set<String> sequences = Set.copyOf(ModuleTables.sequences(connection, module));
        List<String> statements = new ArrayList<>();
        try (Statement query = connection.createStatement();
                ResultSet script = query.executeQuery("script nodata nopasswords nosettings")) {
            while (script.next()) {
                String statement = script.getString(1);
                Matcher concerned = CONCERNED.matcher(statement);
                boolean isOurs = concerned.find()
                        && (own.contains(concerned.group(1)) || sequences.contains(concerned.group(1)));
                Matcher referenced = REFERENCED.matcher(statement);
                if (isOurs || referenced.find() && own.contains(referenced.group(1))) {
                    statements.add(statement);
                }
            }
        }
        return statements;
    }

    private static boolean isForeignKey(String statement) {
        return REFERENCED.matcher(statement).find();
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
