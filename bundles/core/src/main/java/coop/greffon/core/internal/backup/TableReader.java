package coop.greffon.core.internal.backup;

import coop.greffon.core.internal.backup.TableShape.Column;
import coop.greffon.core.internal.persistence.HostRows;
import coop.greffon.core.internal.persistence.Sql;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads a table row by row, as texts. */
final class TableReader {
    private static final int ROWS_AT_ONCE = 500;

    private TableReader() {}

    /** What is done with a row. */
    @FunctionalInterface
    interface RowUse {
        void row(List<String> values) throws IOException;
    }

    static RowDigest read(Connection connection, TableShape table, RowUse use) throws SQLException, IOException {
        try (PreparedStatement select = connection.prepareStatement(table.select(null))) {
            return read(select, table, use);
        }
    }

    /** Reads the rows of one module in a table of core's. */
    static RowDigest read(Connection connection, TableShape table, HostRows rows, String module, RowUse use)
            throws SQLException, IOException {
        try (PreparedStatement select = Sql.prepare(connection, table.select(rows.condition()), module)) {
            return read(select, table, use);
        }
    }

    private static RowDigest read(PreparedStatement select, TableShape table, RowUse use)
            throws SQLException, IOException {
        var digest = new RowDigest();
        select.setFetchSize(ROWS_AT_ONCE);
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                List<String> values = new ArrayList<>(table.columns().size());
                int index = 1;
                for (Column column : table.columns()) {
                    values.add(column.kind().read(row, index++));
                }
                digest.add(values);
                use.row(values);
            }
        }
        return digest;
    }
}
