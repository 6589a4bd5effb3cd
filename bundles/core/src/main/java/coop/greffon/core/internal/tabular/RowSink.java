package coop.greffon.core.internal.tabular;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** Writes a table row by row. Closing without {@link #finish()} leaves a file that no program takes for whole. */
public sealed interface RowSink extends Closeable permits CsvSink, JsonSink, OdsSink, XlsxSink {
    /** Writes a row of as many values as there are columns: String, BigDecimal, Boolean, LocalDate, LocalDateTime or null. */
    void row(List<Object> values) throws IOException;

    /** Writes what comes after the last row. */
    void finish() throws IOException;
}
