package coop.greffon.web.table;

import java.util.ArrayList;
import java.util.List;

/**
 * What a table is made of.
 *
 * @param name the name of exported files, such as {@code members}
 * @param caption the message key of its caption
 * @param columns its columns, in order
 * @param filters the filters above it, in order
 * @param sort the column it is ordered by unless the address says otherwise, with a minus in front for descending; null for none
 * @param emptyTitle the message key shown where there are no rows and no filter is on
 * @param emptyNext the message key that says the next step
 */
public record Table<R>(
        String name,
        String caption,
        List<Column<R>> columns,
        List<Filter> filters,
        String sort,
        String emptyTitle,
        String emptyNext) {
    public Table {
        columns = List.copyOf(columns);
        filters = List.copyOf(filters);
    }

    /** A table without columns yet. */
    public static <R> Table<R> of(String name, String caption) {
        return new Table<>(name, caption, List.of(), List.of(), null, "web.table.empty", "web.table.empty-next");
    }

    /** The same table with one more column. */
    public Table<R> with(Column<R> column) {
        return new Table<>(name, caption, plus(columns, column), filters, sort, emptyTitle, emptyNext);
    }

    /** The same table with one more filter. */
    public Table<R> with(Filter filter) {
        return new Table<>(name, caption, columns, plus(filters, filter), sort, emptyTitle, emptyNext);
    }

    /** The same table, ordered by a column unless the address says otherwise. */
    public Table<R> sortedBy(String key) {
        return new Table<>(name, caption, columns, filters, key, emptyTitle, emptyNext);
    }

    /** The same table with its own words for "nothing here yet" and the next step. */
    public Table<R> empty(String title, String next) {
        return new Table<>(name, caption, columns, filters, sort, title, next);
    }

    private static <T> List<T> plus(List<T> list, T one) {
        List<T> longer = new ArrayList<>(list);
        longer.add(one);
        return longer;
    }
}
