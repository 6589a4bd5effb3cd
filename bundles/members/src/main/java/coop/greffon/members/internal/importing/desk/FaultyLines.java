package coop.greffon.members.internal.importing.desk;

import coop.greffon.core.tabular.TabularFile;
import coop.greffon.core.tabular.TabularRow;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.LongFunction;

/** The rows of a file of which something is refused, as they stand in it, with the reasons. */
public final class FaultyLines {
    static final int AT_ONCE = 500;

    private final TabularFile file;
    private final LongFunction<List<LineReport>> reports;

    FaultyLines(TabularFile file, LongFunction<List<LineReport>> reports) {
        this.file = file;
        this.reports = reports;
    }

    /** What is done while the file is open. */
    @FunctionalInterface
    public interface Work {
        void on(FaultyLines lines);
    }

    /** The titles of the columns. */
    public List<String> header() {
        return file.header();
    }

    /** Hands over each row with the report of the line it belongs to, in the order of the file. */
    public void each(BiConsumer<TabularRow, LineReport> taker) {
        var some = reports.apply(0);
        int next = 0;
        for (var row : file) {
            while (next < some.size() && some.get(next).lastLine() < row.line()) {
                next++;
                if (next == AT_ONCE) {
                    some = reports.apply(row.line());
                    next = 0;
                }
            }
            if (some.isEmpty() || next >= some.size()) {
                return;
            }
            if (row.line() >= some.get(next).line()) {
                taker.accept(row, some.get(next));
            }
        }
    }
}
