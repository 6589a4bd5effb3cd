package coop.greffon.members.internal.importing.cells;

import coop.greffon.core.tabular.Cell;
import coop.greffon.core.tabular.TabularFormat;
import coop.greffon.core.tabular.TabularRow;
import coop.greffon.members.internal.importing.columns.Columns;
import coop.greffon.members.internal.importing.model.Field;
import coop.greffon.members.internal.importing.model.Problem;
import coop.greffon.members.internal.importing.model.Reason;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The cells of one row by field, as plain text, with what writing programs did to them undone. */
public final class Line {
    private static final Set<Field> KEYS = EnumSet.of(
            Field.RECORD_ID,
            Field.EXTERNAL_ID,
            Field.NUMBER,
            Field.NAME,
            Field.NAME_FAMILY_FIRST,
            Field.GIVEN_NAME,
            Field.FAMILY_NAME,
            Field.ORGANISATION,
            Field.IS_ORGANISATION,
            Field.PARENT_ID,
            Field.PARENT_NAME);

    private static final Set<Field> ANSWERS = EnumSet.of(Field.ACTIVE, Field.IS_ORGANISATION);
    private static final Pattern NOTHING = Pattern.compile("false|faux", Pattern.CASE_INSENSITIVE);

    private final TabularRow row;
    private final Columns columns;
    private final TabularFormat format;
    private final List<Problem> problems = new ArrayList<>();
    private final Set<Field> reported = EnumSet.noneOf(Field.class);

    public Line(TabularRow row, Columns columns, TabularFormat format) {
        this.row = row;
        this.columns = columns;
        this.format = format;
    }

    Columns columns() {
        return columns;
    }

    void report(Problem problem) {
        problems.add(problem);
    }

    void report(List<Problem> found) {
        problems.addAll(found);
    }

    List<Problem> problems() {
        return problems;
    }

    private Cell cellAt(int index) {
        return index < row.cells().size() ? row.cells().get(index) : new Cell.Empty();
    }

    /** The cell of a field that takes one column. */
    Cell cell(Field field) {
        var indexes = columns.indexesOf(field);
        return indexes.isEmpty() ? new Cell.Empty() : cellAt(indexes.get(0));
    }

    /** The text of a field that takes one column, on one line; empty if there is none. */
    public String text(Field field) {
        return textOf(cell(field), field);
    }

    /** The filled texts of a field that takes several columns, that of the first value first. */
    List<String> texts(Field field) {
        return columns.indexesInOrder(field).stream()
                .map(index -> linesOf(cellAt(index), field))
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** Of each column of the field in the same order, whether its cell holds something. */
    List<Boolean> filled(Field field) {
        return columns.indexesInOrder(field).stream()
                .map(index -> !cellAt(index).text().isBlank())
                .toList();
    }

    /** The text of a cell on one line. */
    String textOf(Cell cell, Field field) {
        return PlainText.onOneLine(linesOf(cell, field));
    }

    private String linesOf(Cell cell, Field field) {
        if (cell instanceof Cell.Formula formula) {
            if (field != Field.DISPLAY_NAME && reported.add(field)) {
                problems.add(Problem.of(
                        field,
                        KEYS.contains(field) ? Reason.FORMULA_IN_KEY : Reason.FORMULA,
                        "=" + formula.expression()));
            }
            return "";
        }
        var text = PlainText.of(saysNothing(cell, field) ? "" : written(cell), format);
        if (text.length() <= field.maximumLength()) {
            return text;
        }
        if (reported.add(field)) {
            problems.add(Problem.of(
                    field,
                    KEYS.contains(field) ? Reason.TOO_LONG_IN_KEY : Reason.TOO_LONG,
                    text,
                    field.maximumLength()));
        }
        return "";
    }

    /** Odoo's XLSX has FALSE for nothing; saved as CSV it is a word. */
    private boolean saysNothing(Cell cell, Field field) {
        return columns.fromOdoo()
                && !ANSWERS.contains(field)
                && cell instanceof Cell.Text text
                && NOTHING.matcher(text.value()).matches();
    }

    private static String written(Cell cell) {
        if (cell instanceof Cell.Text text) {
            return text.value();
        } else if (cell instanceof Cell.Number number) {
            return plain(number.value());
        } else if (cell instanceof Cell.Bool bool) {
            return bool.value() ? "true" : ""; // Odoo writes FALSE for a relation to nobody
        } else if (cell instanceof Cell.Moment moment) {
            return moment.value().toString();
        } else if (cell instanceof Cell.Day day) {
            return day.value().toString();
        }
        return "";
    }

    private static String plain(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return Math.abs(stripped.scale()) > 20 ? stripped.toString() : stripped.toPlainString();
    }
}
