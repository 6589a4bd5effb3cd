package coop.greffon.core.internal.identity;

import coop.greffon.core.internal.persistence.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What the co-op decided about roles otherwise than its modules declare.
 *
 * @param names what the co-op's own roles are called, by id
 * @param granted by role and permission, whether the co-op gave it or took it away
 * @param revisions how often the co-op decided about a role, by id
 */
record RoleDecisions(
        Map<String, String> names, Map<String, Map<String, Boolean>> granted, Map<String, Long> revisions) {

    static RoleDecisions read(Connection connection) throws SQLException {
        Map<String, String> names = new LinkedHashMap<>();
        try (PreparedStatement select = Sql.prepare(connection, "select role, name from greffon_core_role");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                names.put(row.getString(1), row.getString(2));
            }
        }
        Map<String, Map<String, Boolean>> granted = new HashMap<>();
        try (PreparedStatement select =
                        Sql.prepare(connection, "select role, permission, granted from greffon_core_role_permission");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                granted.computeIfAbsent(row.getString(1), ignored -> new HashMap<>())
                        .put(row.getString(2), row.getBoolean(3));
            }
        }
        Map<String, Long> revisions = new HashMap<>();
        try (PreparedStatement select =
                        Sql.prepare(connection, "select role, revision from greffon_core_role_revision");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                revisions.put(row.getString(1), row.getLong(2));
            }
        }
        return new RoleDecisions(names, granted, revisions);
    }

    long revision(String role) {
        return revisions.getOrDefault(role, 0L);
    }

    /** What a role allows: what modules declare for it, and the decisions laid over. */
    Set<String> allowed(String role, Set<String> declared) {
        Set<String> allowed = new HashSet<>(declared);
        granted.getOrDefault(role, Map.of()).forEach((permission, isGranted) -> {
            if (isGranted) {
                allowed.add(permission);
            } else {
                allowed.remove(permission);
            }
        });
        return allowed;
    }

    /** Lets only this transaction decide about a role until it ends. */
    static void lock(Connection connection, String role) throws SQLException {
        Sql.update(
                connection,
                "insert into greffon_core_role_revision (role, revision) values (?, 0) on conflict do nothing",
                role);
        try (PreparedStatement select = Sql.prepare(
                        connection, "select revision from greffon_core_role_revision where role = ? for update", role);
                ResultSet row = select.executeQuery()) {
            row.next();
        }
    }

    /** Stores what differs from what modules declare, for the permissions that are known now. */
    static void write(Connection connection, String role, Set<String> known, Set<String> declared, Set<String> wanted)
            throws SQLException {
        for (String permission : known) {
            Sql.update(
                    connection,
                    "delete from greffon_core_role_permission where role = ? and permission = ?",
                    role,
                    permission);
            boolean isWanted = wanted.contains(permission);
            if (isWanted != declared.contains(permission)) {
                Sql.update(
                        connection,
                        "insert into greffon_core_role_permission (role, permission, granted) values (?, ?, ?)",
                        role,
                        permission,
                        isWanted);
            }
        }
        decided(connection, role);
    }

    /** Forgets a role, but not how often it was decided about: one that is added again under its name is another. */
    static void remove(Connection connection, String role) throws SQLException {
        Sql.update(connection, "delete from greffon_core_role_permission where role = ?", role);
        Sql.update(connection, "delete from greffon_core_role where role = ?", role);
        decided(connection, role);
    }

    private static void decided(Connection connection, String role) throws SQLException {
        Sql.update(connection, "update greffon_core_role_revision set revision = revision + 1 where role = ?", role);
    }
}
