package coop.greffon.core.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.PrintStream;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows for people or for programs.
 *
 * <pre>{@code
 * var listing = new Listing("name", "version");
 * listing.row("members", "1.2.0");
 * listing.print(System.out, output);
 * }</pre>
 */
public final class Listing {
    /** Aligned columns, for people. */
    public static final String TABLE = "table";

    /** An array of objects. */
    public static final String JSON = "json";

    /** RFC 4180 with a comma and a line of column names. */
    public static final String CSV = "csv";

    private static final ObjectMapper MAPPER = JsonMapper.builder().build();
    private static final String GAP = "  ";

    private final List<String> columns;
    private final List<List<Object>> rows = new ArrayList<>();

    /** A listing of these columns, named in English in lower case: programs read them. */
    public Listing(String... columns) {
        this.columns = List.of(columns);
    }

    /**
     * Adds a row.
     *
     * @param values one per column; null is an empty cell
     */
    public Listing row(Object... values) {
        if (values.length != columns.size()) {
            throw new IllegalArgumentException(values.length + " values for " + columns);
        }
        List<Object> row = new ArrayList<>(values.length);
        for (Object value : values) {
            row.add(value);
        }
        rows.add(row);
        return this;
    }

    /**
     * Prints the rows.
     *
     * @param output {@link #TABLE}, {@link #JSON} or {@link #CSV}
     * @throws InvalidInput for any other output
     */
    public void print(PrintStream out, String output) {
        switch (output) {
            case TABLE -> printTable(out);
            case JSON -> out.println(json());
            case CSV -> out.print(csv());
            default -> throw unknown(output);
        }
    }

    /**
     * Insists that there is such an output, for commands that do something before they print.
     *
     * @throws InvalidInput for any other output than {@link #TABLE}, {@link #JSON} or {@link #CSV}
     */
    public static void insist(String output) {
        if (!List.of(TABLE, JSON, CSV).contains(output)) {
            throw unknown(output);
        }
    }

    private static InvalidInput unknown(String output) {
        return new InvalidInput(FieldError.of("output", output, Text.of("core.console.output-unknown", output)));
    }

    /**
     * How many rows are wanted at most, where that is a number of rows.
     *
     * @param option the option that says it, such as {@code --most}
     * @param most a number of rows
     * @return the same number
     * @throws InvalidInput for less than one
     */
    public static int most(String option, int most) {
        if (most < 1) {
            throw new InvalidInput(new FieldError(
                    option,
                    Integer.toString(most),
                    Text.of("core.validation.Min", 1),
                    Text.of("core.setting.remedy.example", option + " 50")));
        }
        return most;
    }

    private void printTable(PrintStream out) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(columns);
        rows.forEach(row -> lines.add(row.stream().map(Listing::text).toList()));
        int[] widths = new int[columns.size()];
        lines.forEach(line -> {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(
                        widths[column],
                        line.get(column).codePointCount(0, line.get(column).length()));
            }
        });
        lines.forEach(line -> out.println(aligned(line, widths)));
    }

    private static String aligned(List<String> line, int[] widths) {
        var text = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String cell = line.get(column);
            text.append(cell)
                    .append(" ".repeat(widths[column] - cell.codePointCount(0, cell.length())))
                    .append(GAP);
        }
        return text.toString().stripTrailing();
    }

    private String json() {
        List<Map<String, Object>> objects = rows.stream()
                .map(row -> {
                    Map<String, Object> object = new LinkedHashMap<>();
                    for (int column = 0; column < columns.size(); column++) {
                        object.put(columns.get(column), plain(row.get(column)));
                    }
                    return object;
                })
                .toList();
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(objects);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Texts, numbers and booleans are always writable", impossible);
        }
    }

    private String csv() {
        var text = new StringWriter();
        // Unbuffered: the text is the buffer.
        CsvWriter writer = CsvWriter.builder().bufferSize(0).build(text);
        writer.writeRecord(columns);
        rows.forEach(row -> writer.writeRecord(row.stream().map(Listing::text).toList()));
        return text.toString();
    }

    private static Object plain(Object value) {
        return value == null || value instanceof Number || value instanceof Boolean ? value : value.toString();
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }
}
