package coop.greffon.core.internal.tabular;

import coop.greffon.core.message.Text;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a CSV text into records. A record whose quotes are wrong is given with its fault, and reading goes on at the physical line
 * after the one it starts on: a single forgotten quote does not swallow the rest of the file.
 */
final class CsvRecords implements Closeable {
    /** Each open quote costs a second reading of what it swallowed; beyond this the file is not worth the time. */
    private static final int MOST_OPEN_QUOTES = 100;

    /** Far more than any note has; short lines held back take ten times the room of their text. */
    private static final int MOST_LINES = 5000;

    private final CsvLines lines;
    private final char separator;
    private final CellLimits limits;
    private int openQuotes;

    CsvRecords(Reader in, char separator, CellLimits limits) {
        this.lines = new CsvLines(in);
        this.separator = separator;
        this.limits = limits;
    }

    /** The next record with something in it, null after the last. */
    CsvRecord next() throws IOException {
        CsvLine first = lines.next();
        while (first != null && !first.cut() && first.text().isBlank()) {
            first = lines.next();
        }
        return first == null ? null : record(first);
    }

    private CsvRecord record(CsvLine first) throws IOException {
        if (first.cut()) {
            return broken(first, RowFault.LINE_TOO_LONG.text(CellLimits.LONGEST_RUN));
        }
        CsvCells cells = new CsvCells(separator, limits);
        cells.read(first.text());
        List<CsvLine> more = new ArrayList<>();
        int length = first.text().length();
        while (cells.isInQuotes()) {
            CsvLine line = lines.next();
            if (line != null) {
                more.add(line);
                length += line.text().length();
            }
            if (line == null || length > CellLimits.LONGEST_RUN || more.size() > MOST_LINES) {
                return open(first, more);
            }
            cells.read(line.text());
        }
        if (cells.isBroken()) {
            return more.isEmpty() ? broken(first, RowFault.STRAY_QUOTE.text(cells.column())) : open(first, more);
        }
        cells.end();
        return new CsvRecord(first.number(), cells.kept(), cells.count(), cells.fault(), first.openedOn());
    }

    private CsvRecord open(CsvLine first, List<CsvLine> swallowed) {
        openQuotes++;
        if (openQuotes > MOST_OPEN_QUOTES) {
            throw Refusal.at(first.number(), Reason.TOO_MANY_OPEN_QUOTES, MOST_OPEN_QUOTES);
        }
        lines.giveBack(swallowed, first.number());
        return broken(first, RowFault.OPEN_QUOTE.text());
    }

    private CsvRecord broken(CsvLine first, Text fault) {
        CsvCells readable = new CsvCells(separator, limits);
        readable.read(first.text());
        readable.end();
        return new CsvRecord(first.number(), readable.kept(), readable.count(), fault, first.openedOn());
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
