package coop.greffon.core.internal.backup;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.Refused;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/** Decides whether a backup may be put into a database at all. */
final class RestoreGate {
    /** What the host writes by itself the first time it starts. */
    private static final Set<String> HOSTS_OWN = Set.of(
            "greffon_core_change",
            "greffon_core_instance",
            "greffon_core_job",
            "greffon_core_job_run",
            "greffon_core_key");

    private final Connection connection;
    private final DatabaseShape shape;

    RestoreGate(Connection connection) throws SQLException {
        this.connection = connection;
        this.shape = new DatabaseShape(connection);
    }

    /**
     * Insists that each module of the backup is here and has applied exactly the same migrations.
     *
     * @throws Refused naming the module that differs
     */
    void requireSameVersions(Manifest manifest) throws SQLException {
        if (manifest.module() != null) {
            throw new Refused(Text.of("core.backup.partial", manifest.module()));
        }
        SortedMap<String, SortedSet<String>> here = shape.migrations();
        for (var module : manifest.migrations().entrySet()) {
            SortedSet<String> applied = here.get(module.getKey());
            if (applied == null) {
                throw new Refused(Text.of("core.backup.module-missing", module.getKey()));
            }
            if (!applied.containsAll(module.getValue())) {
                SortedSet<String> unknown = new TreeSet<>(module.getValue());
                unknown.removeAll(applied);
                throw new Refused(Text.of("core.backup.newer", module.getKey(), unknown.last()));
            }
            if (!module.getValue().containsAll(applied)) {
                throw new Refused(Text.of("core.backup.older", module.getKey(), applied.last()));
            }
        }
    }

    /**
     * Insists that nobody has worked here yet.
     *
     * @throws Refused naming a table that holds something
     */
    void requireEmpty() throws SQLException {
        for (TableShape table : shape.tables()) {
            if (!HOSTS_OWN.contains(table.name()) && holdsRows(table.name())) {
                throw new Refused(Text.of("core.backup.not-empty", table.name()));
            }
        }
    }

    private boolean holdsRows(String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select 1 from " + table + " limit 1")) {
            return row.next();
        }
    }
}
