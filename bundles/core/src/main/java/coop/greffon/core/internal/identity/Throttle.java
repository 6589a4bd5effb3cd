package coop.greffon.core.internal.identity;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;

/**
 * Slows down whoever guesses: after five failures each further one doubles the wait, from 30 seconds to a quarter of an hour.
 *
 * <p>It uses connections of its own, outside any transaction: a failure counts even where the attempt's transaction is undone.
 */
final class Throttle {
    private static final int FREE_FAILURES = 5;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final Duration FORGET_AFTER = Duration.ofHours(24);

    private final DataSource dataSource;

    Throttle(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** How long a key must still wait; zero where it may try. */
    Duration waitOf(String key, Instant now) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select failures, last_at from greffon_core_sign_in_failure where subject_key = ?")) {
            select.setString(1, Secrets.hash(key));
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? remaining(row.getInt(1), row.getTimestamp(2).toInstant(), now) : Duration.ZERO;
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("Sign-in failures cannot be read", failed);
        }
    }

    /** The wait after a number of failures, the last one at an instant. */
    static Duration remaining(int failures, Instant last, Instant now) {
        if (failures < FREE_FAILURES) {
            return Duration.ZERO;
        }
        int doublings = Math.min(failures - FREE_FAILURES, 5);
        Duration wait = FIRST_WAIT.multipliedBy(1L << doublings);
        Duration capped = wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
        Duration left = Duration.between(now, last.plus(capped));
        return left.isNegative() ? Duration.ZERO : left;
    }

    void failed(String key, Instant now) {
        String hash = Secrets.hash(key);
        try (Connection connection = dataSource.getConnection()) {
            if (update(connection, hash, now) == 0) {
                insert(connection, hash, now);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("A sign-in failure cannot be written down", failed);
        }
    }

    private static int update(Connection connection, String hash, Instant now) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("update greffon_core_sign_in_failure set failures ="
                + " case when last_at < ? then 1 else failures + 1 end, last_at = ? where subject_key = ?")) {
            update.setTimestamp(1, Timestamp.from(now.minus(FORGET_AFTER)));
            update.setTimestamp(2, Timestamp.from(now));
            update.setString(3, hash);
            return update.executeUpdate();
        }
    }

    private static void insert(Connection connection, String hash, Instant now) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into greffon_core_sign_in_failure"
                + " (subject_key, failures, last_at) values (?, 1, ?) on conflict do nothing")) {
            insert.setString(1, hash);
            insert.setTimestamp(2, Timestamp.from(now));
            insert.executeUpdate();
        }
    }

    void succeeded(String key) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement delete =
                        connection.prepareStatement("delete from greffon_core_sign_in_failure where subject_key = ?")) {
            delete.setString(1, Secrets.hash(key));
            delete.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException("Sign-in failures cannot be forgotten", failed);
        }
    }
}
