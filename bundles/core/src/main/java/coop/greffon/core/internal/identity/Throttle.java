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
 * Slows down whoever guesses: once a subject has used up its free attempts, each further one doubles the wait, from 30 seconds to a quarter
 * of an hour.
 *
 * <p>An attempt counts from its beginning, so that of many at once no more pass than one after the other would. It uses connections of its
 * own, outside any transaction: a failure counts even where the attempt's transaction is undone.
 */
final class Throttle {
    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final Duration FORGET_AFTER = Duration.ofHours(24);

    private final DataSource dataSource;

    Throttle(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * What attempts are counted for.
     *
     * @param name what tells it from others
     * @param free how many failures cost no wait
     */
    record Subject(String name, int free) {
        private static final int FEW = 5;

        /** A subject that five failures are free for. */
        static Subject of(String name) {
            return new Subject(name, FEW);
        }
    }

    private record Count(int failures, Instant last) {}

    /** Counts an attempt and answers zero, or answers how long the subject must still wait, and counts nothing. */
    Duration attempt(Subject subject, Instant now) {
        String hash = Secrets.hash(subject.name());
        try (Connection connection = dataSource.getConnection()) {
            // Where another attempt was counted in between, this one looks once more.
            while (true) {
                Count before = read(connection, hash);
                Duration wait = before == null
                        ? Duration.ZERO
                        : remaining(subject.free(), before.failures(), before.last(), now);
                if (!wait.isZero() || isCounted(connection, hash, before, now)) {
                    return wait;
                }
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("A sign-in attempt cannot be counted", failed);
        }
    }

    /** The wait after a number of failures, the last one at an instant. */
    static Duration remaining(int free, int failures, Instant last, Instant now) {
        if (failures < free) {
            return Duration.ZERO;
        }
        int doublings = Math.min(failures - free, 5);
        Duration wait = FIRST_WAIT.multipliedBy(1L << doublings);
        Duration capped = wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
        Duration left = Duration.between(now, last.plus(capped));
        return left.isNegative() ? Duration.ZERO : left;
    }

    private static Count read(Connection connection, String hash) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select failures, last_at from greffon_core_sign_in_failure where subject_key = ?")) {
            select.setString(1, hash);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? new Count(row.getInt(1), row.getTimestamp(2).toInstant()) : null;
            }
        }
    }

    private static boolean isCounted(Connection connection, String hash, Count before, Instant now)
            throws SQLException {
        if (before == null) {
            return insert(connection, hash, now);
        }
        boolean forgotten = before.last().isBefore(now.minus(FORGET_AFTER));
        try (PreparedStatement update =
                connection.prepareStatement("update greffon_core_sign_in_failure set failures = ?, last_at = ?"
                        + " where subject_key = ? and failures = ? and last_at = ?")) {
            update.setInt(1, forgotten ? 1 : before.failures() + 1);
            update.setTimestamp(2, Timestamp.from(now));
            update.setString(3, hash);
            update.setInt(4, before.failures());
            update.setTimestamp(5, Timestamp.from(before.last()));
            return update.executeUpdate() == 1;
        }
    }

    private static boolean insert(Connection connection, String hash, Instant now) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into greffon_core_sign_in_failure"
                + " (subject_key, failures, last_at) values (?, 1, ?) on conflict do nothing")) {
            insert.setString(1, hash);
            insert.setTimestamp(2, Timestamp.from(now));
            return insert.executeUpdate() == 1;
        }
    }

    /** Takes one attempt back: it was no failure, or never made. */
    void takeBack(Subject subject) {
        execute(
                subject,
                "update greffon_core_sign_in_failure set failures = failures - 1 where subject_key = ? and failures > 0");
    }

    /** Forgets the failures of a subject. */
    void forget(Subject subject) {
        execute(subject, "delete from greffon_core_sign_in_failure where subject_key = ?");
    }

    private void execute(Subject subject, String sql) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, Secrets.hash(subject.name()));
            statement.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException("Sign-in failures cannot be forgotten", failed);
        }
    }
}
