package coop.greffon.core.internal.backup;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * CSV as RFC 4180 has it, in UTF-8. A cell without a value is {@code \N}; a text that begins with a backslash has one more before it.
 */
final class CsvText {
    private static final String NULL = "\\N";
    private static final int LONGEST_CELL = 256 << 20;

    private CsvText() {}

    static CsvWriter writer(OutputStream out) {
        return CsvWriter.builder().quoteStrategy(QuoteStrategies.EMPTY).build(out, StandardCharsets.UTF_8);
    }

    static CsvReader<CsvRecord> reader(InputStream in) {
        return CsvReader.builder()
                .maxBufferSize(LONGEST_CELL)
                .skipEmptyLines(false)
                .ofCsvRecord(in, StandardCharsets.UTF_8);
    }

    static List<String> cells(List<String> values) {
        List<String> cells = new ArrayList<>(values.size());
        for (String value : values) {
            cells.add(value == null ? NULL : value.startsWith("\\") ? "\\" + value : value);
        }
        return cells;
    }

    static List<String> values(List<String> cells) {
        List<String> values = new ArrayList<>(cells.size());
        for (String cell : cells) {
            values.add(cell.equals(NULL) ? null : cell.startsWith("\\") ? cell.substring(1) : cell);
        }
        return values;
    }
}
