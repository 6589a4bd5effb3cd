package coop.greffon.members.internal.store;

import coop.greffon.members.MemberFilter.Standing;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How many members there are of each standing, kept with each change: counting a hundred thousand rows takes seventy times as long as
 * showing a page of them.
 *
 * <p>Each number is the sum of {@link #SHARDS} rows, and a change takes one of them at random: writers do not queue for one row.
 */
final class Tally {
    private static final int SHARDS = 8;

    private final Connection connection;

    Tally(Connection connection) {
        this.connection = connection;
    }

    /** Adds to the numbers of some standings; the order of the enum is the order in which rows are locked. */
    void add(Map<Standing, Long> differences) throws SQLException {
        int shard = ThreadLocalRandom.current().nextInt(SHARDS);
        try (PreparedStatement update = connection.prepareStatement(
                "update greffon_members_tally set total = total + ? where standing = ? and shard = ?")) {
            for (Map.Entry<Standing, Long> difference : new EnumMap<>(differences).entrySet()) {
                if (difference.getValue() != 0) {
                    update.setLong(1, difference.getValue());
                    update.setString(2, difference.getKey().name());
                    update.setInt(3, shard);
                    update.executeUpdate();
                }
            }
        }
    }

    /** The numbers; each standing has one. */
    Map<Standing, Long> read() throws SQLException {
        Map<Standing, Long> totals = new EnumMap<>(Standing.class);
        for (Standing standing : Standing.values()) {
            totals.put(standing, 0L);
        }
        try (PreparedStatement select =
                        connection.prepareStatement("select standing, total from greffon_members_tally");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                totals.merge(Standing.valueOf(rows.getString(1)), rows.getLong(2), Long::sum);
            }
        }
        return totals;
    }
}
