package coop.greffon.web.table;

import java.util.List;
import java.util.function.Consumer;

/** Where a table's rows come from. */
public interface Rows<R> {
    /**
     * How many rows there are in all.
     *
     * @param count how many, at least
     * @param isExact false where there are more than {@code count}
     */
    record Total(long count, boolean isExact) {
        /** An exact total. */
        public static Total of(long count) {
            return new Total(count, true);
        }
    }

    /**
     * One page of rows.
     *
     * @param rows at most as many as the page holds
     * @param total how many there are in all
     */
    record Slice<R>(List<R> rows, Total total) {
        public Slice {
            rows = List.copyOf(rows);
        }
    }

    /** The page somebody asked for. */
    Slice<R> slice(TableQuery query);

    /**
     * Every row the filters let through, in order, for an export: one after the other, so that memory stays flat.
     *
     * @param row takes each row
     */
    void each(TableQuery query, Consumer<R> row);
}
