package coop.greffon.core.tabular;

import coop.greffon.core.internal.tabular.CsvSink;
import coop.greffon.core.internal.tabular.JsonSink;
import coop.greffon.core.internal.tabular.OdsSink;
import coop.greffon.core.internal.tabular.RowSink;
import coop.greffon.core.internal.tabular.Sheet;
import coop.greffon.core.internal.tabular.XlsxSink;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Writes a table to a stream, row by row, keeping none in memory.
 *
 * <p>A text that a spreadsheet would run as a formula is made harmless: in CSV it gets an apostrophe in front, which {@link TabularFile}
 * takes away again; in a workbook it is a text. Numbers are numbers, and stay so.
 *
 * <p>An export is whole only after {@link #finish()}. Closing without it leaves a workbook or JSON that no program opens, so that an
 * error on the way cannot pass for a short list.
 */
public final class TabularWriter implements AutoCloseable {
    private final RowSink sink;
    private final int width;

    private TabularWriter(RowSink sink, int width) {
        this.sink = sink;
        this.width = width;
    }

    /**
     * Begins an export and writes its header.
     *
     * @param out where to; it is flushed, never closed
     * @throws IOException where the stream fails
     */
    public static TabularWriter open(OutputStream out, TabularOutput format, ExportSheet sheet) throws IOException {
        RowSink sink = switch (format) {
            case CSV -> CsvSink.standard(out, sheet.columns());
            case CSV_FRENCH -> CsvSink.french(out, sheet.columns());
            case JSON -> new JsonSink(out, sheet.columns());
            case ODS -> new OdsSink(out, parts(sheet));
            case XLSX -> new XlsxSink(out, parts(sheet));
        };
        return new TabularWriter(sink, sheet.columns().size());
    }

    private static Sheet parts(ExportSheet sheet) {
        List<List<Object>> criteria = new ArrayList<>();
        for (Criterion criterion : sheet.criteria()) {
            criteria.add(Arrays.asList(criterion.label(), value(criterion.value())));
        }
        return new Sheet(sheet.title(), sheet.columns(), sheet.criteriaTitle(), criteria);
    }

    /**
     * Writes a row.
     *
     * @param cells as many as there are columns; a formula is written as the text of its expression
     * @throws IllegalArgumentException where there are more or fewer
     * @throws IOException where the stream fails
     */
    public void row(List<Cell> cells) throws IOException {
        if (cells.size() != width) {
            throw new IllegalArgumentException(cells.size() + " cells for " + width + " columns");
        }
        List<Object> values = new ArrayList<>(width);
        for (Cell cell : cells) {
            values.add(value(cell));
        }
        sink.row(values);
    }

    private static Object value(Cell cell) {
        if (cell instanceof Cell.Number number) {
            return number.value();
        } else if (cell instanceof Cell.Bool flag) {
            return flag.value();
        } else if (cell instanceof Cell.Day day) {
            return day.value();
        } else if (cell instanceof Cell.Moment moment) {
            return moment.value();
        } else if (cell instanceof Cell.Formula formula) {
            return "=" + formula.expression();
        }
        return cell.text().isEmpty() ? null : cell.text();
    }

    /**
     * Writes what comes after the last row and flushes the stream.
     *
     * @throws IOException where the stream fails
     */
    public void finish() throws IOException {
        sink.finish();
    }

    /** Lets go of the memory; the stream stays open. */
    @Override
    public void close() throws IOException {
        sink.close();
    }
}
