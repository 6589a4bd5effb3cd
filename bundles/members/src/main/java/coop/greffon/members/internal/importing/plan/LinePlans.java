package coop.greffon.members.internal.importing.plan;

import coop.greffon.members.internal.importing.cells.ReadLine;
import coop.greffon.members.internal.importing.model.ImportChoices;
import coop.greffon.members.internal.importing.model.LinePlan;
import coop.greffon.members.internal.importing.model.Outcome;
import coop.greffon.members.internal.importing.model.Problem;
import coop.greffon.members.internal.importing.model.Severity;
import java.util.List;
import java.util.Optional;

/** The plans of lines of which nothing is stored. */
final class LinePlans {
    private LinePlans() {}

    static boolean isRefused(List<Problem> problems, ImportChoices choices) {
        return problems.stream()
                .map(Problem::severity)
                .anyMatch(severity -> severity == Severity.LINE_ERROR
                        || (severity == Severity.VALUE_ERROR && choices.refuseLinesWithErrors()));
    }

    static LinePlan refused(ReadLine line, Optional<Long> storedId, List<Problem> problems) {
        return without(line, Outcome.ERROR, storedId, problems);
    }

    static LinePlan ignored(ReadLine line, Optional<Long> storedId, List<Problem> problems) {
        return without(line, Outcome.IGNORED, storedId, problems);
    }

    private static LinePlan without(ReadLine line, Outcome outcome, Optional<Long> storedId, List<Problem> problems) {
        return new LinePlan(
                line.lines(), line.label(), outcome, storedId, Optional.empty(), Optional.empty(), List.of(), problems);
    }
}
