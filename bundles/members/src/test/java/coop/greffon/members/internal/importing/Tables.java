package coop.greffon.members.internal.importing;

import coop.greffon.core.tabular.Cell;
import coop.greffon.core.tabular.TabularFormat;
import coop.greffon.core.tabular.TabularRow;
import coop.greffon.members.internal.importing.input.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Tables written in a test. */
public final class Tables {
    private Tables() {}

    /** A table of a format whose cells are texts, {@code Cell}s or null. */
    public static Table of(TabularFormat format, List<String> header, Object[]... rows) {
        var read = new ArrayList<TabularRow>();
        for (int row = 0; row < rows.length; row++) {
            read.add(new TabularRow(
                    row + 2, Arrays.stream(rows[row]).map(Tables::cell).toList(), Optional.empty()));
        }
        return new Table() {
            @Override
            public TabularFormat format() {
                return format;
            }

            @Override
            public List<String> header() {
                return header;
            }

            @Override
            public Iterator<TabularRow> iterator() {
                return read.iterator();
            }
        };
    }

    /** The cells of a row. */
    public static Object[] row(Object... cells) {
        return cells;
    }

    private static Cell cell(Object value) {
        return value instanceof Cell cell ? cell : Cell.of((String) value);
    }
}
