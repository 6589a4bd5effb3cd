package coop.greffon.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was measured, as it is printed at the end. */
final class Table {
    private record Row(String what, String measured, String wanted) {}

    private final List<Row> rows = new ArrayList<>();

    void add(String what, String measured, String wanted) {
        rows.add(new Row(what, measured, wanted));
        // At once as well: a run takes minutes, and one that breaks off has still measured something.
        System.out.println(what + ": " + measured);
    }

    void add(String what, long value, String unit, String wanted) {
        add(what, String.format(Locale.ROOT, "%,d %s", value, unit).strip(), wanted);
    }

    void add(String what, double value, String unit, String wanted) {
        add(
                what,
                String.format(Locale.ROOT, value < 10 ? "%.2f %s" : "%,.0f %s", value, unit)
                        .strip(),
                wanted);
    }

    /** A condition of the machine or of the run, not measured. */
    void condition(String what, String value) {
        add(what, value, "");
    }

    void print() {
        int what = width(rows.stream().map(Row::what).toList());
        int measured = width(rows.stream().map(Row::measured).toList());
        System.out.println();
        for (Row row : rows) {
            System.out.printf("%-" + what + "s  %" + measured + "s  %s%n", row.what(), row.measured(), row.wanted());
        }
    }

    private static int width(List<String> texts) {
        return texts.stream().mapToInt(String::length).max().orElse(1);
    }
}
