package coop.greffon.members.internal.importing.desk;

import coop.greffon.core.message.Text;
import coop.greffon.members.internal.importing.model.LinePlan;
import coop.greffon.members.internal.importing.model.Outcome;
import coop.greffon.members.internal.importing.model.Severity;
import java.util.List;
import java.util.Optional;

/**
 * What the import will do with a line.
 *
 * @param line the first line of the file it stands on
 * @param lastLine the last one
 * @param label the name to show
 * @param outcome what becomes of it
 * @param memberId the member it was matched with, null for none
 * @param furtherAddress whether it is about a further address of somebody, who is no new record
 * @param becomes what comes to be of it, and where
 * @param changes the fields that change
 * @param problems what is refused or doubtful
 */
public record LineReport(
        long line,
        long lastLine,
        String label,
        Outcome outcome,
        Long memberId,
        boolean furtherAddress,
        List<Text> becomes,
        List<Difference> changes,
        List<Remark> problems) {
    private static final int LONGEST_LABEL = 200;

    /**
     * A field that changes.
     *
     * @param field the name of the field, as {@link coop.greffon.members.internal.importing.model.Field#key} has it
     * @param before a text, perhaps empty, a day or a {@link Text}
     * @param after likewise
     */
    public record Difference(String field, Object before, Object after) {}

    /**
     * Something refused or doubtful.
     *
     * @param field the name of the field, empty where the whole line is meant
     * @param value as found
     * @param why what is wrong
     * @param advice what to do
     */
    public record Remark(String field, String value, Severity severity, Text why, Text advice) {}

    public LineReport {
        becomes = List.copyOf(becomes);
        changes = List.copyOf(changes);
        problems = List.copyOf(problems);
    }

    /** The report of a plan. */
    public static LineReport of(LinePlan plan) {
        var label = plan.label();
        return new LineReport(
                plan.lines().first(),
                plan.lines().last(),
                label.length() > LONGEST_LABEL ? label.substring(0, LONGEST_LABEL) + "…" : label,
                plan.outcome(),
                plan.storedId().orElse(null),
                plan.isFurtherAddress(),
                Becomes.of(plan),
                plan.changes().stream()
                        .map(change -> new Difference(change.field().key(), change.before(), change.after()))
                        .toList(),
                plan.problems().stream()
                        .map(problem -> new Remark(
                                problem.field() == null ? "" : problem.field().key(),
                                problem.value(),
                                problem.severity(),
                                problem.why(),
                                problem.advice()))
                        .toList());
    }

    /** How bad the worst of it is: 0 for nothing, 3 for a refused line. */
    int severity() {
        Optional<Severity> worst = problems.stream().map(Remark::severity).min(Severity::compareTo);
        return worst.map(severity -> Severity.values().length - severity.ordinal())
                .orElse(0);
    }
}
