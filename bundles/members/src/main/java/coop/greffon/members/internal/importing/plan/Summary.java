package coop.greffon.members.internal.importing.plan;

import coop.greffon.members.internal.importing.cells.SourceRecord;
import coop.greffon.members.internal.importing.columns.Columns;
import coop.greffon.members.internal.importing.model.LinePlan;
import coop.greffon.members.internal.importing.model.Outcome;
import coop.greffon.members.internal.importing.model.Reason;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;

/** How many lines the import treats in which way. */
public final class Summary {
    private final Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
    private final Map<Reason, Integer> reasons = new EnumMap<>(Reason.class);
    private final SortedSet<Integer> untitledColumns = new TreeSet<>();
    private int newAddresses;
    private int withError;
    private int total;
    private OptionalInt tags = OptionalInt.empty();

    /** What is told of a file of tags, which has no lines of members. */
    public static Summary ofTags(int count) {
        var summary = new Summary();
        summary.tags = OptionalInt.of(count);
        return summary;
    }

    /** Number of tags in a file that holds nothing else, empty for a file of members. */
    public OptionalInt tags() {
        return tags;
    }

    /** Counts one more record; answers how many there are now. */
    int count(LinePlan plan) {
        outcomes.merge(plan.outcome(), 1, Integer::sum);
        plan.problems().forEach(problem -> reasons.merge(problem.reason(), 1, Integer::sum));
        if (plan.outcome() == Outcome.CREATE && plan.isFurtherAddress()) {
            newAddresses++;
        }
        if (plan.hasError()) {
            withError++;
        }
        return ++total;
    }

    /** Number of records. */
    public int total() {
        return total;
    }

    void noteUntitledColumns(SourceRecord record, Columns columns) {
        for (var column : columns.all()) {
            var cells = record.row().cells();
            boolean filled = column.index() < cells.size()
                    && !cells.get(column.index()).text().isBlank();
            if (filled && column.heading().isBlank()) {
                untitledColumns.add(column.index() + 1);
            }
        }
    }

    /** The columns, from 1, that hold something though nothing stands above it: they are left out. */
    public SortedSet<Integer> untitledColumns() {
        return Collections.unmodifiableSortedSet(untitledColumns);
    }

    /** Number of records with that outcome. */
    public int of(Outcome outcome) {
        return outcomes.getOrDefault(outcome, 0);
    }

    /** Number of people and organisations that come to be. */
    public int newRecords() {
        return of(Outcome.CREATE) - newAddresses;
    }

    /** Number of further addresses that come to be, on records of others. */
    public int newAddresses() {
        return newAddresses;
    }

    /** Number of records of which at least one value is refused, those refused as a whole included. */
    public int withError() {
        return withError;
    }

    /** How often each problem was met. */
    public Map<Reason, Integer> reasons() {
        return Collections.unmodifiableMap(reasons);
    }
}
