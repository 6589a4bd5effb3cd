package coop.greffon.core.internal.backup;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.Refused;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/** Decides whether a backup may be put into a database at all. */
final class RestoreGate {
    /**
     * What shows that somebody has worked here. Rows alone do not: migrations and first starts write some, and whatever people do is in the
     * log of changes.
     */
    private static final List<String> TRACES = List.of(
            "greffon_core_account",
            "greffon_core_mail",
            "greffon_core_file",
            "greffon_core_change where actor_kind not in ('HOST', 'JOB')");

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
     * Insists that no module here would lose what it has: one that the backup does not know is emptied.
     *
     * @throws Refused naming the module
     */
    void requireNothingElse(Manifest manifest) throws SQLException {
        for (String module : shape.migrations().keySet()) {
            if (!manifest.migrations().containsKey(module)) {
                throw new Refused(Text.of("core.backup.module-extra", module));
            }
        }
    }

    /**
     * Insists that nobody has worked here yet.
     *
     * @throws Refused where somebody has
     */
    void requireEmpty() throws SQLException {
        for (String trace : TRACES) {
            if (holdsRows(trace)) {
                throw new Refused(Text.of("core.backup.not-empty"));
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
