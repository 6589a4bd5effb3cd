package coop.greffon.core.internal.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** A connection that sees the database as it was at one instant, whatever others write meanwhile. */
final class Snapshot implements AutoCloseable {
    private static final String LEVEL = "set session characteristics as transaction isolation level ";

    private final Connection connection;
    private final boolean isH2;

    private Snapshot(Connection connection, boolean isH2) {
        this.connection = connection;
        this.isH2 = isH2;
    }

    static Snapshot of(DataSource dataSource) throws SQLException {
        Connection connection = dataSource.getConnection();
        try {
            boolean isH2 = connection.getMetaData().getDatabaseProductName().equals("H2");
            // H2's "repeatable read" lets rows appear; its "snapshot" is what PostgreSQL calls repeatable read.
            execute(connection, LEVEL + (isH2 ? "snapshot" : "repeatable read"));
            connection.setAutoCommit(false);
            // The instant is that of the first statement.
            execute(connection, "select 1");
            return new Snapshot(connection, isH2);
        } catch (SQLException failed) {
            connection.close();
            throw failed;
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    Connection connection() {
        return connection;
    }

    String database() {
        return isH2 ? "H2" : "PostgreSQL";
    }

    /** The connection goes back to a pool, whose next user expects it as it was. */
    @Override
    public void close() throws SQLException {
        try (connection) {
            connection.rollback();
            connection.setAutoCommit(true);
            execute(connection, LEVEL + "read committed");
        }
    }
}
