package coop.greffon.web.table;

import java.util.Map;

/**
 * Which rows somebody asked for.
 *
 * @param filters the filters that are on, by key; values are stripped and never empty
 * @param sort the key of the column to order by, null for the source's own order
 * @param isDescending whether the order is reversed
 * @param page which page, from 1
 * @param size how many rows a page has, 1 to 50
 * @param countsExactly whether the total is to be counted however long that takes
 */
public record TableQuery(
        Map<String, String> filters, String sort, boolean isDescending, int page, int size, boolean countsExactly) {
    public TableQuery {
        filters = Map.copyOf(filters);
    }

    /** The same rows, another page of them. */
    public TableQuery onPage(int other) {
        return new TableQuery(filters, sort, isDescending, other, size, countsExactly);
    }

    /** The same rows, counted however long that takes. */
    public TableQuery counted() {
        return new TableQuery(filters, sort, isDescending, page, size, true);
    }

    /** The last page where there are so many rows: 1 where there are none. */
    public int lastPage(long rows) {
        return (int) Math.max(1, (rows + size - 1) / size);
    }

    /** How many rows come before the page. */
    public int skip() {
        return (page - 1) * size;
    }

    /** The value of a filter, null where it is off. */
    public String filter(String key) {
        return filters.get(key);
    }
}
