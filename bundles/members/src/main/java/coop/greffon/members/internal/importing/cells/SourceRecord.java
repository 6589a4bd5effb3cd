package coop.greffon.members.internal.importing.cells;

import coop.greffon.core.tabular.TabularRow;
import coop.greffon.members.internal.importing.model.LinePlan.Lines;
import java.util.List;

/**
 * The rows about one person, organisation or address.
 *
 * @param row the row that tells who it is
 * @param further rows below it that hold nothing but further tags
 */
public record SourceRecord(TabularRow row, List<TabularRow> further) {
    public SourceRecord {
        further = List.copyOf(further);
    }

    public Lines lines() {
        return new Lines(
                row.line(),
                further.isEmpty() ? row.line() : further.get(further.size() - 1).line());
    }
}
