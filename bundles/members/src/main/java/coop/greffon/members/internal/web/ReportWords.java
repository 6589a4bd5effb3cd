package coop.greffon.members.internal.web;

import coop.greffon.core.message.Text;
import coop.greffon.members.internal.importing.desk.LineReport;
import coop.greffon.members.internal.importing.desk.LineReport.Difference;
import coop.greffon.members.internal.importing.desk.LineReport.Remark;
import coop.greffon.web.Visit;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** What a line of a report says, in the reader's language. */
final class ReportWords {
    private static final int LONGEST = 120;

    private ReportWords() {}

    /** What comes to be and where, what changes, old and new, and what is refused or doubtful. */
    static List<String> what(LineReport line, Visit visit) {
        return Stream.of(
                        line.becomes().stream().map(visit::t),
                        line.problems().stream().map(problem -> problem(problem, visit)),
                        line.changes().stream().map(change -> change(change, visit)))
                .flatMap(sentences -> sentences)
                .toList();
    }

    private static String problem(Remark problem, Visit visit) {
        String why = visit.t(problem.why());
        return problem.field().isEmpty()
                ? why
                : visit.t("members.import.report.at-field", visit.t("members.import.field." + problem.field()), why);
    }

    private static String change(Difference change, Visit visit) {
        return visit.t(
                "members.import.report.change",
                visit.t("members.import.field." + change.field()),
                value(change.before(), visit),
                value(change.after(), visit));
    }

    private static String value(Object value, Visit visit) {
        String shown = value instanceof Text text
                ? visit.t(text)
                : value instanceof LocalDate day ? visit.date(day) : value.toString();
        if (shown.isEmpty()) {
            return visit.t("members.import.report.nothing");
        }
        String onOneLine = shown.replaceAll("\\s+", " ");
        return onOneLine.length() > LONGEST ? onOneLine.substring(0, LONGEST) + "…" : onOneLine;
    }

    /** What to do about it. */
    static List<String> advice(LineReport line, Visit visit) {
        return line.problems().stream()
                .map(problem -> visit.t(problem.advice()))
                .distinct()
                .toList();
    }
}
