package coop.greffon.core.internal.tabular;

import java.io.IOException;
import java.util.List;

/** The rows of a sheet: trailing empty cells are not stored there, so a row may be shorter than the header but not wider. */
abstract class SheetPass implements RowPass {
    private final CellLimits limits;
    private final RowBuilder row;
    private List<Object> header;

    SheetPass(CellLimits limits) {
        this.limits = limits;
        this.row = new RowBuilder(limits);
    }

    /** Reads the next row into the builder, cleared before; false after the last. */
    abstract boolean read(RowBuilder target) throws IOException;

    /** The number of the row just read, from 1. */
    abstract long line();

    @Override
    public final RawRow next() throws IOException {
        while (read(row)) {
            if (!row.isBlank()) {
                return header == null ? header() : row();
            }
        }
        return null;
    }

    private RawRow header() {
        if (row.count() > limits.columns()) {
            throw new Refusal(Reason.TOO_MANY_COLUMNS, limits.columns());
        }
        if (row.fault() != null) {
            throw Refusal.at(line(), Reason.HEADER, row.fault());
        }
        header = row.values(0);
        return new RawRow(line(), header, null);
    }

    private RawRow row() {
        if (row.count() > header.size()) {
            row.fault(RowFault.TOO_MANY_CELLS.text(row.count(), header.size()));
        }
        return new RawRow(line(), row.values(header.size()), row.fault());
    }

    final CellLimits limits() {
        return limits;
    }

    /** How people know a column: its title, or its letters where it has none. */
    final String label(int column) {
        if (header != null && column < header.size() && header.get(column) instanceof String title) {
            return title;
        }
        return ColumnLetters.of(column);
    }
}
