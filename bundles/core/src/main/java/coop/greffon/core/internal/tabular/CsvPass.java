package coop.greffon.core.internal.tabular;

import coop.greffon.core.message.Text;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The rows of a CSV file: every record has as many cells as the header. */
final class CsvPass implements RowPass {
    private final CsvRecords records;
    private final CellLimits limits;
    private int width;

    CsvPass(CsvRecords records, CellLimits limits) {
        this.records = records;
        this.limits = limits;
    }

    @Override
    public RawRow next() throws IOException {
        CsvRecord record = records.next();
        while (record != null && record.isBlank()) {
            record = records.next();
        }
        if (record == null) {
            return null;
        }
        if (width == 0) {
            return header(record);
        }
        return new RawRow(record.line(), values(record), fault(record));
    }

    private RawRow header(CsvRecord record) {
        if (record.count() > limits.columns()) {
            throw new Refusal(Reason.TOO_MANY_COLUMNS, limits.columns());
        }
        if (record.fault() != null) {
            throw Refusal.at(record.line(), Reason.HEADER, record.fault());
        }
        width = record.count();
        return new RawRow(record.line(), values(record), null);
    }

    private Text fault(CsvRecord record) {
        Text fault = record.fault();
        if (fault == null && record.count() < width) {
            fault = RowFault.TOO_FEW_CELLS.text(record.count(), width);
        } else if (fault == null && record.count() > width) {
            fault = RowFault.TOO_MANY_CELLS.text(record.count(), width);
        } else if (fault == null) {
            return nul(record);
        }
        return record.openedOn() == 0 ? fault : RowFault.AFTER_OPEN_QUOTE.text(record.openedOn());
    }

    private static Text nul(CsvRecord record) {
        for (int i = 0; i < record.cells().size(); i++) {
            if (record.cells().get(i).indexOf('\0') >= 0) {
                return RowFault.NUL_CHARACTER.text(i + 1);
            }
        }
        return null;
    }

    private static List<Object> values(CsvRecord record) {
        List<Object> values = new ArrayList<>(record.cells().size());
        for (String cell : record.cells()) {
            values.add(cell.isEmpty() ? null : FormulaPrefix.remove(cell));
        }
        return Collections.unmodifiableList(values);
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
