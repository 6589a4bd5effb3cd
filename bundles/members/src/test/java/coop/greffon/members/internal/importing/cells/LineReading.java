package coop.greffon.members.internal.importing.cells;

import coop.greffon.core.tabular.Cell;
import coop.greffon.core.tabular.RowProblem;
import coop.greffon.core.tabular.TabularFormat;
import coop.greffon.core.tabular.TabularRow;
import coop.greffon.members.internal.importing.Readings;
import coop.greffon.members.internal.importing.columns.ColumnMapping;
import coop.greffon.members.internal.importing.columns.Columns;
import coop.greffon.members.internal.importing.model.ImportChoices;
import coop.greffon.members.internal.importing.model.Problem;
import coop.greffon.members.internal.importing.model.Reason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one row given as headings and values. */
abstract class LineReading {
    ImportChoices choices = Readings.USUAL;

    /** Reads one row given as heading, value, heading, value ... */
    ReadLine read(TabularFormat format, Object... headingsAndValues) {
        var cells = new LinkedHashMap<String, Cell>();
        for (int index = 0; index < headingsAndValues.length; index += 2) {
            var value = headingsAndValues[index + 1];
            cells.put((String) headingsAndValues[index], value instanceof Cell cell ? cell : Cell.of((String) value));
        }
        return read(format, cells, Optional.empty());
    }

    ReadLine read(TabularFormat format, Map<String, Cell> cells, Optional<RowProblem> problem) {
        var columns = Columns.recognise(new ArrayList<>(cells.keySet()), ColumnMapping.NONE);
        var reader = new LineReader(columns, format, choices, Readings.NO_TAGS, new NameLexicon(), Readings.NOTES);
        return reader.read(new SourceRecord(new TabularRow(2, new ArrayList<>(cells.values()), problem), List.of()));
    }

    ReadLine csv(Object... headingsAndValues) {
        return read(TabularFormat.CSV, headingsAndValues);
    }

    ReadLine xlsx(Object... headingsAndValues) {
        return read(TabularFormat.XLSX, headingsAndValues);
    }

    static List<Reason> reasons(ReadLine line) {
        return line.problems().stream().map(Problem::reason).toList();
    }
}
