package coop.greffon.members.internal.shell;

import coop.greffon.core.console.Listing;
import coop.greffon.core.message.Text;
import coop.greffon.members.internal.importing.desk.LineReport;
import coop.greffon.members.internal.importing.model.LinePlan;
import coop.greffon.members.internal.importing.model.Outcome;
import coop.greffon.members.internal.importing.model.Severity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * The lines of an import as the console lists them, in the order of the file: a row for what comes to be, for each field that changes, and for
 * each value that is refused or doubtful. Lines that change nothing are only counted, by others.
 */
final class ImportLines {
    private static final int LONGEST = 60;

    private final Function<Text, String> words;
    private final boolean faultyOnly;
    private final boolean onScreen;
    private final List<Row> rows = new ArrayList<>();

    /**
     * An empty list.
     *
     * @param words puts sentences into the language of the console
     * @param faultyOnly whether only what is refused is listed
     * @param onScreen whether people read it: what is long, or of several lines, is cut for them
     */
    ImportLines(Function<Text, String> words, boolean faultyOnly, boolean onScreen) {
        this.words = words;
        this.faultyOnly = faultyOnly;
        this.onScreen = onScreen;
    }

    private record Row(long line, List<Object> cells) {}

    /** Adds what a line does. */
    void take(LinePlan plan) {
        LineReport line = LineReport.of(plan);
        if (!faultyOnly) {
            line.becomes().forEach(sentence -> add(line, null, null, null, null, words.apply(sentence), null));
            line.changes()
                    .forEach(change ->
                            add(line, null, change.field(), value(change.before()), value(change.after()), null, null));
        }
        line.problems().stream()
                .filter(problem ->
                        problem.severity() != Severity.WARNING || (!faultyOnly && line.outcome() != Outcome.UNCHANGED))
                .forEach(problem -> add(
                        line,
                        problem.severity(),
                        problem.field().isEmpty() ? null : problem.field(),
                        value(problem.value()),
                        null,
                        words.apply(problem.why()),
                        words.apply(problem.advice())));
    }

    private void add(
            LineReport line, Severity severity, String field, String value, String after, String what, String advice) {
        rows.add(new Row(
                line.line(),
                Arrays.asList(
                        line.line(),
                        value(line.label()),
                        line.outcome(),
                        severity,
                        field,
                        value,
                        after,
                        what,
                        advice)));
    }

    private String value(Object value) {
        String text = value instanceof Text sentence ? words.apply(sentence) : value.toString();
        if (text.isEmpty()) {
            return null;
        }
        String shown = onScreen ? text.replaceAll("\\s+", " ") : text;
        return onScreen && shown.length() > LONGEST ? shown.substring(0, LONGEST) + "…" : shown;
    }

    /** What was added, by lines of the file: those whom others belong to come first otherwise. */
    Listing listing() {
        var listing = new Listing("line", "name", "outcome", "severity", "field", "value", "new", "what", "advice");
        rows.stream()
                .sorted(Comparator.comparingLong(Row::line))
                .forEach(row -> listing.row(row.cells().toArray()));
        return listing;
    }
}
