package coop.greffon.members.internal.importing.desk;

import coop.greffon.members.internal.importing.model.Outcome;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The lines of reports in the database. */
final class ReportTable {
    private final Connection connection;

    ReportTable(Connection connection) {
        this.connection = connection;
    }

    void clear(long upload) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("delete from greffon_members_import_line where import_id = ?")) {
            delete.setLong(1, upload);
            delete.executeUpdate();
        }
    }

    void add(long upload, List<LineReport> lines) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into greffon_members_import_line (import_id, line, last_line, label, outcome, severity,"
                        + " member_id, further_address, content) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (LineReport line : lines) {
                insert.setLong(1, upload);
                insert.setLong(2, line.line());
                insert.setLong(3, line.lastLine());
                insert.setString(4, line.label());
                insert.setString(5, line.outcome().name());
                insert.setInt(6, line.severity());
                insert.setObject(7, line.memberId(), Types.BIGINT);
                insert.setBoolean(8, line.furtherAddress());
                insert.setString(9, ReportJson.write(line));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    Map<LineKind, Integer> counts(long upload) throws SQLException {
        Map<LineKind, Integer> counts = new EnumMap<>(LineKind.class);
        for (LineKind kind : LineKind.values()) {
            counts.put(kind, count(upload, kind));
        }
        return counts;
    }

    private int count(long upload, LineKind kind) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select count(*) from greffon_members_import_line where import_id = ? and " + kind.condition())) {
            select.setLong(1, upload);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    /**
     * Lines in the order of the file.
     *
     * @param kind which ones, null for all
     */
    List<LineReport> page(long upload, LineKind kind, int skip, int most) throws SQLException {
        String condition = kind == null ? "" : " and " + kind.condition();
        return select(upload, condition, " order by line offset " + skip + " rows fetch next " + most + " rows only");
    }

    /** Lines of which something is refused, from some line on. */
    List<LineReport> faulty(long upload, long fromLine, int most) throws SQLException {
        return select(
                upload,
                " and severity >= 2 and line >= " + fromLine,
                " order by line fetch next " + most + " rows only");
    }

    private List<LineReport> select(long upload, String condition, String order) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select line, last_line, label, outcome, member_id, further_address, content from greffon_members_import_line"
                        + " where import_id = ?" + condition + order)) {
            select.setLong(1, upload);
            List<LineReport> lines = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    lines.add(line(row));
                }
            }
            return lines;
        }
    }

    private static LineReport line(ResultSet row) throws SQLException {
        var content = ReportJson.read(row.getString(7));
        long member = row.getLong(5);
        Long memberId = row.wasNull() ? null : Long.valueOf(member);
        return new LineReport(
                row.getLong(1),
                row.getLong(2),
                row.getString(3),
                Outcome.valueOf(row.getString(4)),
                memberId,
                row.getBoolean(6),
                ReportJson.becomes(content),
                ReportJson.changes(content),
                ReportJson.problems(content));
    }
}
