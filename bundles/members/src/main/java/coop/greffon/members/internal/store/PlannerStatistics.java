package coop.greffon.members.internal.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What the database knows of its tables, by which it chooses how to read them.
 *
 * <p>After thousands of new rows PostgreSQL chooses by what it knew before, until it looks again of its own accord, minutes later: a search
 * by two words took ten times as long. H2 looks again after every two thousand changes.
 */
final class PlannerStatistics {
    private static final String TABLES = "greffon_members_member, greffon_members_mail, greffon_members_phone,"
            + " greffon_members_address, greffon_members_tag, greffon_members_word, greffon_members_name_half";

    private PlannerStatistics() {}

    /** Has the database look at what the running transaction wrote. */
    static void refresh(Connection connection) throws SQLException {
        if (connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("analyze " + TABLES);
            }
        }
    }
}
