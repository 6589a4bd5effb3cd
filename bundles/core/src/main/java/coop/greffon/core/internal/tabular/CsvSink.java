package coop.greffon.core.internal.tabular;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes CSV in UTF-8. */
public final class CsvSink implements RowSink {
    private final Writer out;
    private final CsvWriter csv;
    private final boolean decimalComma;

    private CsvSink(Writer out, char separator, boolean decimalComma) {
        this.out = out;
        this.decimalComma = decimalComma;
        this.csv = CsvWriter.builder()
                .fieldSeparator(separator)
                .lineDelimiter(LineDelimiter.CRLF)
                .build(out);
    }

    /** RFC 4180: comma, no byte order mark, decimal point. */
    public static CsvSink standard(OutputStream out, List<String> columns) throws IOException {
        CsvSink sink = new CsvSink(writer(out), ',', false);
        sink.header(columns);
        return sink;
    }

    /** What a French Excel opens with a double click: byte order mark, semicolon, decimal comma. */
    public static CsvSink french(OutputStream out, List<String> columns) throws IOException {
        Writer writer = writer(out);
        writer.write('\uFEFF');
        CsvSink sink = new CsvSink(writer, ';', true);
        sink.header(columns);
        return sink;
    }

    private static Writer writer(OutputStream out) {
        return new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    }

    private void header(List<String> columns) throws IOException {
        write(columns.stream().map(FormulaPrefix::add).toList());
    }

    @Override
    public void row(List<Object> values) throws IOException {
        write(values.stream().map(this::text).toList());
    }

    private void write(List<String> cells) throws IOException {
        try {
            csv.writeRecord(cells);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private String text(Object value) {
        if (value instanceof BigDecimal number) {
            String digits = number.toPlainString();
            return decimalComma ? digits.replace('.', ',') : digits;
        }
        return value instanceof String text ? FormulaPrefix.add(text) : Values.text(value);
    }

    @Override
    public void finish() throws IOException {
        csv.flush();
        out.flush();
    }

    @Override
    public void close() {
        // The stream belongs to the caller.
    }
}
