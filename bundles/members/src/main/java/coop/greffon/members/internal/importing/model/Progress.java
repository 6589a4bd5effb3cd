package coop.greffon.members.internal.importing.model;

/** Hears how far an import has come. */
@FunctionalInterface
public interface Progress {
    /** Told nothing. */
    Progress UNHEARD = (done, all) -> {};

    /**
     * Some more lines are done.
     *
     * @param done how many so far
     * @param all how many there are
     */
    void report(int done, int all);
}
