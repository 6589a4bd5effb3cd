package coop.greffon.core.internal.persistence;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/**
 * A table as CSV: a line of column names, then a line per row. Nothing at all is null, a pair of quotes an empty text; bytes are in
 * Base64, moments as ISO 8601 writes them.
 */
final class TableRows {
    private static final int AT_ONCE = 1_000;

    private TableRows() {}

    /** Writes the rows, without closing what they are written to. */
    static void write(Connection connection, String table, OutputStream out) throws SQLException, IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        CsvWriter csv = CsvWriter.builder().quoteStrategy(QuoteStrategies.EMPTY).build(text);
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(AT_ONCE);
            try (ResultSet rows = statement.executeQuery("select * from " + table)) {
                ResultSetMetaData columns = rows.getMetaData();
                csv.writeRecord(names(columns));
                while (rows.next()) {
                    csv.writeRecord(values(rows, columns));
                }
            }
        }
        csv.flush();
        text.flush();
    }

    private static List<String> names(ResultSetMetaData columns) throws SQLException {
        List<String> names = new ArrayList<>();
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            names.add(columns.getColumnName(column));
        }
        return names;
    }

    private static List<String> values(ResultSet rows, ResultSetMetaData columns) throws SQLException {
        List<String> values = new ArrayList<>();
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            values.add(value(rows, columns, column));
        }
        return values;
    }

    private static String value(ResultSet rows, ResultSetMetaData columns, int column) throws SQLException {
        switch (columns.getColumnType(column)) {
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> {
                byte[] bytes = rows.getBytes(column);
                return bytes == null ? null : Base64.getEncoder().encodeToString(bytes);
            }
            default -> {
                if (isMoment(columns.getColumnTypeName(column))) {
                    OffsetDateTime moment = rows.getObject(column, OffsetDateTime.class);
                    return moment == null ? null : moment.toInstant().toString();
                }
                return rows.getString(column);
            }
        }
    }

    private static boolean isMoment(String type) {
        String lower = type.toLowerCase(Locale.ROOT);
        return lower.equals("timestamptz") || lower.equals("timestamp with time zone");
    }
}
