package coop.greffon.core.internal.demo;

import coop.greffon.core.internal.persistence.Sql;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which parts of the story were told, and who may sign in. */
final class DemoTables {
    private final Sql sql;

    DemoTables(Sql sql) {
        this.sql = sql;
    }

    /** The modules whose parts are there. */
    Set<String> parts() {
        return sql.required(connection -> {
            Set<String> parts = new TreeSet<>();
            try (var select = Sql.prepare(connection, "select module from greffon_core_demo_part");
                    ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    parts.add(row.getString(1));
                }
            }
            return parts;
        });
    }

    /**
     * Takes a part for oneself.
     *
     * @return whether nobody had it
     */
    boolean take(String module, Instant now) {
        return sql.required(connection -> Sql.update(
                        connection,
                        "insert into greffon_core_demo_part (module, loaded_at) values (?, ?) on conflict do nothing",
                        module,
                        now)
                == 1);
    }

    void letIn(long accountId, String who) {
        sql.required(connection -> Sql.update(
                connection, "insert into greffon_core_demo_sign_in (account_id, who) values (?, ?)", accountId, who));
    }

    /** What those who may sign in are in the story, by account. */
    Map<Long, String> signIns() {
        return sql.required(connection -> {
            Map<Long, String> signIns = new LinkedHashMap<>();
            String all = "select account_id, who from greffon_core_demo_sign_in order by account_id";
            try (var select = Sql.prepare(connection, all);
                    ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    signIns.put(row.getLong(1), row.getString(2));
                }
            }
            return signIns;
        });
    }
}
