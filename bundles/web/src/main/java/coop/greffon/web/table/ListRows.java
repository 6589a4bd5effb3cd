package coop.greffon.web.table;

import java.util.Comparator;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Rows of a list that fits in memory, such as the installed modules or the accounts of a co-op.
 *
 * @param all the whole list, read at each question
 * @param matches whether a row passes the filters
 * @param order the order for the column asked for, which {@link Table#columns()} calls sortable; null keeps the list's
 */
public record ListRows<R>(Supplier<List<R>> all, BiPredicate<R, TableQuery> matches, Order<R> order)
        implements Rows<R> {
    /** Finds the order of a column. */
    @FunctionalInterface
    public interface Order<R> {
        /** The order by a column, null for the list's own. */
        Comparator<R> by(String column);
    }

    /** Rows that nothing filters and nothing sorts. */
    public static <R> ListRows<R> of(Supplier<List<R>> all) {
        return new ListRows<>(all, (row, query) -> true, column -> null);
    }

    @Override
    public Slice<R> slice(TableQuery query) {
        List<R> found = found(query);
        int from = Math.min(query.skip(), found.size());
        int to = Math.min(from + query.size(), found.size());
        return new Slice<>(found.subList(from, to), Total.of(found.size()));
    }

    @Override
    public void each(TableQuery query, Consumer<R> row) {
        found(query).forEach(row);
    }

    private List<R> found(TableQuery query) {
        var rows = all.get().stream().filter(row -> matches.test(row, query));
        Comparator<R> comparator = query.sort() == null ? null : order.by(query.sort());
        if (comparator == null) {
            return rows.toList();
        }
        return rows.sorted(query.isDescending() ? comparator.reversed() : comparator)
                .toList();
    }
}
