package coop.greffon.core.internal.identity;

import coop.greffon.core.internal.persistence.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    private static final String OF_SUBJECT = " from greffon_core_sign_in_failure where subject_key = ?";

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

    /**
     * What came of an attempt.
     *
     * @param delay how long to wait; zero where the attempt may go on, and was counted
     * @param before when each subject was tried last before it; empty where nothing was counted
     */
    record Attempt(Duration delay, Instant at, Map<Subject, Instant> before) {}

    Attempt attempt(Subject subject, Instant now) {
        return attempt(List.of(subject), now);
    }

    /** Counts an attempt for all of the subjects, or answers how long one of them must still wait, and counts nothing. */
    Attempt attempt(List<Subject> subjects, Instant now) {
        Instant at = now.truncatedTo(ChronoUnit.MICROS);
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                Attempt attempt = attempt(connection, subjects, at);
                if (attempt.delay().isZero()) {
                    connection.commit();
                }
                return attempt;
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("A sign-in attempt cannot be counted", failed);
        }
    }

    private static Attempt attempt(Connection connection, List<Subject> subjects, Instant at) throws SQLException {
        Map<Subject, Instant> before = new HashMap<>();
        // Always in the same order, so that no two attempts wait for each other.
        List<Subject> ordered = subjects.stream()
                .sorted(Comparator.comparing(subject -> Secrets.hash(subject.name())))
                .toList();
        for (Subject subject : ordered) {
            String hash = Secrets.hash(subject.name());
            Count count = locked(connection, hash, at);
            Duration wait = remaining(subject.free(), count.failures(), count.last(), at);
            if (!wait.isZero()) {
                return new Attempt(wait, at, Map.of());
            }
            before.put(subject, count.last());
            boolean isForgotten = count.last().isBefore(at.minus(FORGET_AFTER));
            write(connection, hash, isForgotten ? 1 : count.failures() + 1, at);
        }
        return new Attempt(Duration.ZERO, at, before);
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

    private static Count locked(Connection connection, String hash, Instant at) throws SQLException {
        // What somebody forgets in between is begun anew.
        while (true) {
            insert(connection, hash, at);
            try (PreparedStatement select =
                            Sql.prepare(connection, "select failures, last_at" + OF_SUBJECT + " for update", hash);
                    ResultSet row = select.executeQuery()) {
                if (row.next()) {
                    return new Count(row.getInt(1), Sql.instant(row, "last_at"));
                }
            }
        }
    }

    private static void insert(Connection connection, String hash, Instant at) throws SQLException {
        Sql.update(
                connection,
                "insert into greffon_core_sign_in_failure (subject_key, failures, last_at) values (?, 0, ?)"
                        + " on conflict do nothing",
                hash,
                at);
    }

    private static void write(Connection connection, String hash, int failures, Instant at) throws SQLException {
        Sql.update(
                connection,
                "update greffon_core_sign_in_failure set failures = ?, last_at = ? where subject_key = ?",
                failures,
                at,
                hash);
    }

    /** Takes an attempt back for one of its subjects: it was no failure, or never made. Nobody waits because of it. */
    void takeBack(Attempt attempt, Subject subject) {
        connected(connection -> Sql.update(
                connection,
                "update greffon_core_sign_in_failure set failures = failures - 1,"
                        + " last_at = case when last_at = ? then ? else last_at end"
                        + " where subject_key = ? and failures > 0",
                attempt.at(),
                attempt.before().get(subject),
                Secrets.hash(subject.name())));
    }

    void takeBack(Attempt attempt) {
        attempt.before().keySet().forEach(subject -> takeBack(attempt, subject));
    }

    /** Forgets the failures of a subject. */
    void forget(Subject subject) {
        connected(connection -> Sql.update(connection, "delete" + OF_SUBJECT, Secrets.hash(subject.name())));
    }

    /** Keeps when a subject was last seen, as a row without failures. */
    void remember(Subject subject, Instant at) {
        connected(connection -> {
            String hash = Secrets.hash(subject.name());
            insert(connection, hash, at);
            write(connection, hash, 0, at);
            return 1;
        });
    }

    boolean isRemembered(Subject subject, Instant since) {
        return connected(connection -> {
            try (PreparedStatement select = Sql.prepare(
                            connection,
                            "select 1" + OF_SUBJECT + " and last_at >= ?",
                            Secrets.hash(subject.name()),
                            since);
                    ResultSet row = select.executeQuery()) {
                return row.next();
            }
        });
    }

    private <R> R connected(Work<R> work) {
        try (Connection connection = dataSource.getConnection()) {
            return work.on(connection);
        } catch (SQLException failed) {
            throw new IllegalStateException("Sign-in attempts cannot be read or written", failed);
        }
    }

    @FunctionalInterface
    private interface Work<R> {
        R on(Connection connection) throws SQLException;
    }
}
