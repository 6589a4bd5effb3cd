package coop.greffon.core.internal.backup;

import coop.greffon.core.internal.backup.TableShape.Column;
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
        var digest = new RowDigest();
        try (PreparedStatement select = connection.prepareStatement(table.select())) {
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
        }
        return digest;
    }
}
