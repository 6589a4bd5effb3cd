package coop.greffon.core.internal.tabular;

import coop.greffon.core.message.Text;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** The row of a sheet being read. */
final class RowBuilder {
    private final CellLimits limits;
    private final Object[] values;
    private int count;
    private int characters;
    private Text fault;

    RowBuilder(CellLimits limits) {
        this.limits = limits;
        this.values = new Object[limits.columns()];
    }

    void clear() {
        Arrays.fill(values, null);
        count = 0;
        characters = 0;
        fault = null;
    }

    /** Sets a cell by its column, from 0; a null value or an empty text leaves it empty. */
    void put(int column, Object value, String label) {
        Object kept = value instanceof String text ? checked(text, label) : value;
        if (kept == null) {
            return;
        }
        count = column + 1;
        if (column < values.length) {
            values[column] = kept;
        }
    }

    private String checked(String text, String label) {
        if (text.isEmpty()) {
            return null;
        }
        characters += text.length();
        if (characters > CellLimits.LONGEST_RUN) {
            fault(RowFault.LINE_TOO_LONG.text(CellLimits.LONGEST_RUN));
            return null;
        }
        if (text.length() > limits.characters()) {
            fault(RowFault.CELL_TOO_LONG.text(label, limits.characters()));
            return text.substring(0, limits.characters());
        }
        if (text.indexOf('\0') >= 0) {
            fault(RowFault.NUL_CHARACTER.text(label));
        }
        return text;
    }

    /** Notes what is wrong; the first fault of a row is the one told. */
    void fault(Text found) {
        if (fault == null) {
            fault = found;
        }
    }

    boolean isBlank() {
        return count == 0 && fault == null;
    }

    /** How many columns there are up to the last cell with something in it. */
    int count() {
        return count;
    }

    Text fault() {
        return fault;
    }

    /** The cells, filled up with empty ones to the width. */
    List<Object> values(int width) {
        int length = Math.min(Math.max(width, count), values.length);
        return Collections.unmodifiableList(Arrays.asList(Arrays.copyOf(values, length)));
    }
}
