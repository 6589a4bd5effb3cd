package coop.greffon.shifts.internal.importing;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.tabular.Cell;
import coop.greffon.core.tabular.TabularRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A line of a file, and what cannot be understood of it. */
final class Line {
    private final Layout layout;
    private final TabularRow row;
    private final List<FieldError> errors = new ArrayList<>();

    Line(Layout layout, TabularRow row) {
        this.layout = layout;
        this.row = row;
        for (Column column : Column.values()) {
            if (cell(column) instanceof Cell.Formula formula) {
                refuse(column, formula.expression(), Text.of("shifts.import.formula"));
            }
        }
    }

    Cell cell(Column column) {
        int position = layout.position(column);
        return position < 0 || position >= row.cells().size()
                ? Cell.EMPTY
                : row.cells().get(position);
    }

    /** What the cell says, without spaces around it; empty where it says nothing. */
    String text(Column column) {
        return cell(column).text().strip();
    }

    boolean says(Column column) {
        return !text(column).isEmpty();
    }

    /**
     * What a cell means.
     *
     * @param meaning empty where it cannot be understood
     * @param remedy what to write instead
     * @return null where the cell is empty or cannot be understood
     */
    <T> T read(Column column, Function<Cell, Optional<T>> meaning, Text remedy) {
        if (!says(column) || cell(column) instanceof Cell.Formula) {
            return null;
        }
        Optional<T> read = meaning.apply(cell(column));
        if (read.isEmpty()) {
            refuse(column, remedy);
        }
        return read.orElse(null);
    }

    /** Insists that a cell says something. */
    void require(Column column) {
        if (!says(column)) {
            refuse(column, Text.of("shifts.import.empty"));
        }
    }

    void refuse(Column column, Text message) {
        refuse(column, text(column), message);
    }

    private void refuse(Column column, String value, Text message) {
        errors.add(FieldError.of(layout.title(column), value.isEmpty() ? null : value, message));
    }

    /** What was read, unless something cannot be understood. */
    <T> ReadLine<T> read(T content) {
        return new ReadLine<>(row.line(), errors.isEmpty() ? content : null, errors);
    }
}
