package coop.greffon.shifts.internal.importing.run;

import java.util.List;

/**
 * What became of a file, or would.
 *
 * @param unread the titles of the columns that were not read
 */
public record ImportReport(List<LineReport> lines, List<String> unread) {
    public ImportReport {
        lines = List.copyOf(lines);
        unread = List.copyOf(unread);
    }

    /** How many lines there are of which the same became. */
    public int count(Deed deed) {
        return (int) lines.stream().filter(line -> line.deed() == deed).count();
    }
}
