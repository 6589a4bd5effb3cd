package coop.greffon.shifts.internal.importing.run;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import java.util.List;

/**
 * What became of a line of a file, or would.
 *
 * @param line of the file, or its row in the sheet, from 1
 * @param subject whom or what it is about, as the file says it; empty where that cannot be understood
 * @param details what came of it
 * @param errors why it was refused, by the titles of the columns; an empty title where it is about the whole line
 */
public record LineReport(long line, String subject, Deed deed, List<Text> details, List<FieldError> errors) {
    public LineReport {
        details = List.copyOf(details);
        errors = List.copyOf(errors);
    }

    static LineReport refused(long line, String subject, List<FieldError> errors) {
        return new LineReport(line, subject, Deed.REFUSED, List.of(), errors);
    }
}
