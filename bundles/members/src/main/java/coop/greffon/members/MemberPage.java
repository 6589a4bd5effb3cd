package coop.greffon.members;

import java.util.List;

/**
 * Some of the members that fit a filter, and how many there are.
 *
 * @param rows the members asked for
 * @param total how many fit
 */
public record MemberPage(List<MemberSummary> rows, Total total) {
    public MemberPage {
        rows = List.copyOf(rows);
    }

    /**
     * How many members fit.
     *
     * @param count how many, or where it is not exact a number of them that is certain
     * @param exact whether there are no more
     */
    public record Total(long count, boolean exact) {}
}
