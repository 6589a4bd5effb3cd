package coop.greffon.web.internal.table;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.web.table.Column;
import coop.greffon.web.table.Filter;
import coop.greffon.web.table.Table;
import coop.greffon.web.table.TableQuery;
import java.util.HashMap;
import java.util.Map;

/** Reads an address into a {@link TableQuery}. */
final class QueryParser {
    static final int ROWS = 25;
    private static final int MOST_ROWS = 50;
    private static final int LAST_PAGE = 1_000_000;

    private QueryParser() {}

    static TableQuery parse(Table<?> table, Map<String, String> address) {
        Map<String, String> filters = new HashMap<>();
        for (Filter filter : table.filters()) {
            String value = address.get(filter.key());
            if (value != null && !value.isBlank()) {
                filters.put(filter.key(), checked(filter, value.strip()));
            }
        }
        String sort = address.get("sort");
        String order = sort == null || sort.isBlank() ? table.sort() : sort;
        boolean descending = order != null && order.startsWith("-");
        String key = descending ? order.substring(1) : order;
        if (sort != null && table.columns().stream().noneMatch(column -> isSortable(column, key))) {
            throw new InvalidInput(FieldError.of("sort", sort, Text.of("web.table.sort-unknown", sort)));
        }
        return new TableQuery(
                filters,
                key,
                descending,
                number(address, "page", 1, LAST_PAGE),
                number(address, "size", ROWS, MOST_ROWS),
                "exact".equals(address.get("count")));
    }

    private static String checked(Filter filter, String value) {
        boolean known = filter.options() == null
                || filter.options().get().stream()
                        .anyMatch(option -> option.value().equals(value));
        if (!known) {
            throw new InvalidInput(FieldError.of(filter.key(), value, Text.of("web.form.choice-unknown")));
        }
        return value;
    }

    private static boolean isSortable(Column<?> column, String key) {
        return column.isSortable() && column.key().equals(key);
    }

    private static int number(Map<String, String> address, String name, int usual, int most) {
        String value = address.get(name);
        if (value == null || value.isBlank()) {
            return usual;
        }
        try {
            int number = Integer.parseInt(value);
            if (number >= 1 && number <= most) {
                return number;
            }
        } catch (NumberFormatException ignored) {
            // Falls through to the one message that says what is expected.
        }
        throw new InvalidInput(FieldError.of(name, value, Text.of("web.table.number-expected", 1, most)));
    }
}
