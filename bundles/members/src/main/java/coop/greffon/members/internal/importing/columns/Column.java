package coop.greffon.members.internal.importing.columns;

/**
 * A column of the file at hand.
 *
 * @param index its place, the first being 0
 * @param heading as written in the file
 */
public record Column(int index, String heading, Assignment assignment, How how) {
    /** How the assignment was found. */
    public enum How {
        RECOGNISED,
        CHOSEN,
        /** A column of our own export that is there to be read by people: no import takes it back. */
        LEFT_OUT,
        /** Nobody knows this heading: the column is left out, and the report says so. */
        UNKNOWN
    }
}
