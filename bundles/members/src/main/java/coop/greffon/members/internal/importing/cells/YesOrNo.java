package coop.greffon.members.internal.importing.cells;

import coop.greffon.core.tabular.Cell;
import coop.greffon.members.internal.importing.model.Field;
import coop.greffon.members.internal.importing.model.Problem;
import coop.greffon.members.internal.importing.model.Reason;
import java.util.Optional;

/** Reads the cells of a line that say yes or no. */
final class YesOrNo {
    private final Line line;

    YesOrNo(Line line) {
        this.line = line;
    }

    /** What the cell says, if anything. */
    Optional<Boolean> read(Field field) {
        if (line.cell(field) instanceof Cell.Bool bool) {
            return Optional.of(bool.value());
        }
        var text = line.text(field);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        var word = Words.meaningOf("", text, "yes", "no");
        if (word.isEmpty()) {
            line.report(Problem.of(field, Reason.YES_OR_NO_UNKNOWN, text));
        }
        return word.map("yes"::equals);
    }
}
