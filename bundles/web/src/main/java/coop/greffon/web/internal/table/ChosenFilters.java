package coop.greffon.web.internal.table;

import coop.greffon.web.Visit;
import coop.greffon.web.table.Filter;
import coop.greffon.web.table.Filter.Option;
import coop.greffon.web.table.TableQuery;
import java.util.List;

/** What a table was filtered by, in the words of the page. */
final class ChosenFilters {
    private ChosenFilters() {}

    /** A filter that is on. */
    record Chosen(String label, String value) {}

    static List<Chosen> of(List<Filter> filters, TableQuery query, Visit visit) {
        return filters.stream()
                .filter(filter -> query.filter(filter.key()) != null)
                .map(filter -> new Chosen(visit.t(filter.label()), value(filter, query.filter(filter.key()), visit)))
                .toList();
    }

    private static String value(Filter filter, String value, Visit visit) {
        if (filter.options() == null) {
            return value;
        }
        return filter.options().get().stream()
                .filter(option -> option.value().equals(value))
                .map(Option::label)
                .map(visit::t)
                .findFirst()
                .orElse(value);
    }
}
