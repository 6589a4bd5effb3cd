package coop.greffon.members.internal.importing.desk;

import coop.greffon.core.tabular.TabularFile;
import coop.greffon.members.internal.importing.columns.Column;
import coop.greffon.members.internal.importing.columns.ColumnMapping;
import coop.greffon.members.internal.importing.columns.Columns;
import coop.greffon.members.internal.importing.columns.MappingFault;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The columns of a file as they are understood.
 *
 * @param columns each column with what stands in it
 * @param faults what forbids an import with these columns
 */
public record FileColumns(List<Example> columns, List<MappingFault> faults) {
    private static final int EXAMPLES = 3;
    private static final int LONGEST = 60;
    private static final int LOOKED_AT = 50;

    /**
     * A column.
     *
     * @param column what it is taken for
     * @param values the first different ones that stand in it
     */
    public record Example(Column column, List<String> values) {}

    public FileColumns {
        columns = List.copyOf(columns);
        faults = List.copyOf(faults);
    }

    static FileColumns of(TabularFile file, ColumnMapping mapping) {
        var columns = Columns.recognise(file.header(), mapping);
        var values = IntStream.range(0, columns.width())
                .mapToObj(index -> (List<String>) new ArrayList<String>())
                .toList();
        var rows = file.iterator();
        for (int row = 0; row < LOOKED_AT && rows.hasNext(); row++) {
            var cells = rows.next().cells();
            for (int index = 0; index < Math.min(cells.size(), values.size()); index++) {
                look(cells.get(index).text(), values.get(index));
            }
        }
        return new FileColumns(
                columns.all().stream()
                        .map(column -> new Example(column, values.get(column.index())))
                        .toList(),
                columns.faults());
    }

    private static void look(String text, List<String> seen) {
        var shown = text.strip().replaceAll("\\s+", " ");
        shown = shown.length() > LONGEST ? shown.substring(0, LONGEST) + "…" : shown;
        if (!shown.isEmpty() && seen.size() < EXAMPLES && !seen.contains(shown)) {
            seen.add(shown);
        }
    }
}
