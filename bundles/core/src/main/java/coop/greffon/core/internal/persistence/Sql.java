package coop.greffon.core.internal.persistence;

import coop.greffon.core.persistence.Moments;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;

/** SQL written by hand, within the transaction of core's persistence unit and so of whoever calls. */
public final class Sql {
    private final JpaTemplate jpa;

    public Sql(JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** What is done with the transaction's connection, which is not for closing. */
    @FunctionalInterface
    public interface Work<R> {
        R on(Connection connection) throws SQLException;
    }

    /** Joins the caller's transaction, or makes one. */
    public <R> R required(Work<R> work) {
        return run(work);
    }

    /** Makes a transaction of its own, whatever the caller's does. */
    public <R> R requiresNew(Work<R> work) {
        return Apart.from(() -> run(work));
    }

    private <R> R run(Work<R> work) {
        return jpa.txExpr(TransactionType.Required, em -> {
            try {
                return work.on(em.unwrap(Connection.class));
            } catch (SQLException failed) {
                throw new IllegalStateException("The database refused: " + failed.getMessage(), failed);
            }
        });
    }

    /** Runs one statement that changes rows, and says how many. */
    public static int update(Connection connection, String sql, Object... arguments) throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, arguments)) {
            return statement.executeUpdate();
        }
    }

    /** Prepares a statement; an {@link Instant} becomes what columns with a time zone hold. */
    public static PreparedStatement prepare(Connection connection, String sql, Object... arguments)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < arguments.length; i++) {
            Object argument = arguments[i];
            statement.setObject(i + 1, argument instanceof Instant instant ? Moments.stored(instant) : argument);
        }
        return statement;
    }

    /** The instant in a column, null where it is empty. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        return Moments.instant(row.getObject(column, OffsetDateTime.class));
    }
}
