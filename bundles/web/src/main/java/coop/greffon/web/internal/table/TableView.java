package coop.greffon.web.internal.table;

import java.util.List;

/**
 * A table as its template shows it: every text in the reader's language already.
 *
 * @param total the sentence that says how many there are
 * @param countLink where the exact total is counted, null where it is exact
 * @param isFiltered whether some filter is on
 * @param path the address without its query
 * @param brand the co-op's name, for paper
 * @param printHead what stands above a table on paper, null on the screen
 */
public record TableView(
        String caption,
        List<Head> heads,
        List<List<CellView>> rows,
        List<FilterView> filters,
        String total,
        String countLink,
        boolean isFiltered,
        String path,
        List<Link> exports,
        String printLink,
        Pages pages,
        String brand,
        String printHead) {
    /** @param link the address that sorts by it, null where it does not
     * @param order what {@code aria-sort} says, null where it is not sorted by this */
    public record Head(String label, String link, String order, String css) {}

    /** @param options null for a field to type into */
    public record FilterView(String key, String label, String value, List<Choice> options) {}

    /** A choice of a filter. */
    public record Choice(String value, String label, boolean isChosen) {}

    /** A link with its words.
     * @param slow what is said once it is followed, since the answer takes a while; null where it does not */
    public record Link(String label, String address, String slow) {
        Link(String label, String address) {
            this(label, address, null);
        }
    }

    /** @param previous null on the first page
     * @param next null on the last one */
    public record Pages(String previous, String next, String here, Link more) {}
}
