package coop.greffon.core.internal.persistence;

import java.util.List;
import java.util.Optional;

/**
 * What core keeps of a module in tables of its own: they go when the module is purged, and into its archive before.
 *
 * @param table the table
 * @param condition which of its rows, with the module's short name as the one parameter
 */
public record HostRows(String table, String condition) {
    private static final String OF_JOURNAL = "journal like ? || '.%'";

    /** Children first. */
    static final List<HostRows> ALL = List.of(
            new HostRows(
                    "greffon_core_setting_secret",
                    "setting_id in (select id from greffon_core_setting where module = ?)"),
            new HostRows("greffon_core_setting", "module = ?"),
            new HostRows("greffon_core_setting_lock", "module = ?"),
            new HostRows("greffon_core_letter", "module = ?"),
            new HostRows("greffon_core_demo_part", "module = ?"),
            new HostRows("greffon_core_role_permission", "permission like ? || '.%'"),
            new HostRows("greffon_core_job_run", "job like ? || '.%'"),
            new HostRows("greffon_core_job", "name like ? || '.%'"),
            new HostRows("greffon_core_root_mark", OF_JOURNAL),
            new HostRows("greffon_core_root", OF_JOURNAL));

    /** The rows of a module in a table; empty where the table has none of any. */
    public static Optional<HostRows> in(String table) {
        return ALL.stream().filter(rows -> rows.table().equals(table)).findFirst();
    }
}
