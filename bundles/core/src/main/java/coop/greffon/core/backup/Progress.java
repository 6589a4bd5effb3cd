package coop.greffon.core.backup;

/** Is told how far a backup or a restore has got. */
@FunctionalInterface
public interface Progress {
    /** Tells nobody. */
    Progress SILENT = (table, done, total) -> {};

    /**
     * One more table is done.
     *
     * @param table its name
     * @param done how many are done, this one included
     * @param total how many there are
     */
    void table(String table, int done, int total);
}
