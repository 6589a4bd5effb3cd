package coop.greffon.core.internal.tabular;

/**
 * How much of one row is kept.
 *
 * @param columns the most columns
 * @param characters the most characters in a cell
 */
public record CellLimits(int columns, int characters) {
    /** More than this in one record or between two tags is nobody's cell: it would only fill the memory. */
    static final int LONGEST_RUN = 1 << 20;
}
