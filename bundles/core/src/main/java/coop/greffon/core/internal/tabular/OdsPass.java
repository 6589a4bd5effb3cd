package coop.greffon.core.internal.tabular;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The rows of one table of an ODS file; what is stored once and repeated is given as often as it says, one at a time. */
final class OdsPass extends SheetPass {
    private static final Set<String> ROW_GROUPS = Set.of("table-rows", "table-header-rows", "table-row-group");
    private static final int MOST_SHEETS = 1000;
    /** Files say "repeated a million times" of the empty rest of a sheet; no sheet has more rows or columns. */
    private static final int MOST_REPEATS = 1 << 20;

    private final XmlCursor cursor;
    private final String wanted;
    private final List<String> seen = new ArrayList<>();
    private boolean inTable;
    private boolean finished;
    private long line;
    private int repeats;

    OdsPass(XmlCursor cursor, String wanted, CellLimits limits) {
        super(limits);
        this.cursor = cursor;
        this.wanted = wanted;
    }

    @Override
    long line() {
        return line;
    }

    @Override
    boolean read(RowBuilder target) {
        if (repeats > 0) {
            repeats--;
            line++;
            return true;
        }
        inTable = inTable || findTable();
        while (!finished && cursor.next()) {
            if (cursor.ends("table")) {
                finished = true;
            } else if (cursor.starts("table-row")) {
                readRow(target);
                return true;
            } else if (cursor.starts() && !ROW_GROUPS.contains(cursor.name())) {
                cursor.skip();
            }
        }
        return false;
    }

    private boolean findTable() {
        boolean spreadsheet = false;
        while (cursor.next()) {
            if (cursor.starts("spreadsheet")) {
                spreadsheet = true;
            } else if (spreadsheet && cursor.starts("table")) {
                String name = String.valueOf(cursor.attribute(Ods.TABLE, "name"));
                if (wanted == null || wanted.equals(name)) {
                    return true;
                }
                seen.add(name);
                refuseTooManySheets();
                cursor.skip();
            } else if (spreadsheet && cursor.starts()) {
                cursor.skip();
            }
        }
        throw seen.isEmpty()
                ? new Refusal(Reason.NO_SHEET)
                : new Refusal(Reason.UNKNOWN_SHEET, wanted, String.join(", ", seen));
    }

    private void refuseTooManySheets() {
        if (seen.size() > MOST_SHEETS) {
            throw new Refusal(Reason.TOO_DENSE);
        }
    }

    private void readRow(RowBuilder target) {
        target.clear();
        int rows = repeated("number-rows-repeated");
        int column = 0;
        while (cursor.next() && !cursor.ends("table-row")) {
            if (cursor.starts("table-cell") || cursor.starts("covered-table-cell")) {
                int cells = repeated("number-columns-repeated");
                String label = label(column);
                Object value = OdsCell.read(
                        cursor, limits().characters(), fault -> target.fault(RowFault.ERROR_VALUE.text(label, fault)));
                put(target, column, cells, value);
                column = Math.min(column + cells, MOST_REPEATS);
            } else if (cursor.starts()) {
                cursor.skip();
            }
        }
        line++;
        if (target.isBlank()) {
            line += rows - 1;
        } else {
            repeats = rows - 1;
        }
    }

    private void put(RowBuilder target, int column, int cells, Object value) {
        if (value == null) {
            return;
        }
        int kept = Math.min(column + cells, limits().columns());
        for (int place = column; place < kept; place++) {
            target.put(place, value, label(place));
        }
        if (column + cells > kept) {
            target.put(column + cells - 1, value, label(kept));
        }
    }

    private int repeated(String attribute) {
        String times = cursor.attribute(Ods.TABLE, attribute);
        try {
            return times == null ? 1 : Math.max(1, Math.min(Integer.parseInt(times), MOST_REPEATS));
        } catch (NumberFormatException e) {
            throw Refusal.damaged(e);
        }
    }

    @Override
    public void close() throws IOException {
        cursor.close();
    }
}
