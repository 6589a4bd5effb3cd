package coop.greffon.core.demo;

import coop.greffon.core.tabular.TabularRow;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A row of a table of the story; an empty cell says nothing.
 *
 * @param cells what it says, by column
 */
public record DemoRow(Map<String, String> cells) {
    static DemoRow of(List<String> header, TabularRow row) {
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < row.cells().size(); i++) {
            String text = row.cells().get(i).text();
            if (!text.isEmpty()) {
                cells.put(header.get(i), text);
            }
        }
        return new DemoRow(cells);
    }

    public DemoRow {
        cells = Map.copyOf(cells);
    }

    /** The text of a column, null where there is none. */
    public String text(String column) {
        return cells.get(column);
    }

    /**
     * The day of a column, null where there is none.
     *
     * @throws java.time.format.DateTimeParseException where it is no day such as 2026-11-21
     */
    public LocalDate day(String column) {
        String text = text(column);
        return text == null ? null : LocalDate.parse(text);
    }

    /** What a column lists, separated by {@code |}. */
    public List<String> list(String column) {
        String text = text(column);
        return text == null ? List.of() : Arrays.asList(text.split("\\|", -1));
    }
}
