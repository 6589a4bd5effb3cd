package coop.greffon.members.internal.importing.input;

import java.util.List;
import java.util.Optional;

/**
 * A row of a table that was read.
 *
 * @param line the line of the file that the row starts on, or its row in the sheet, from 1
 * @param cells as many as the header has, unless there is a problem: then those that could be read
 * @param problem what is wrong with the row, empty where nothing is
 */
public record TabularRow(long line, List<Cell> cells, Optional<RowProblem> problem) {
    public TabularRow {
        cells = List.copyOf(cells);
    }
}
