package coop.greffon.shifts.internal.importing;

import coop.greffon.core.problem.FieldError;
import java.util.List;

/**
 * What a line of a file says.
 *
 * @param line of the file, or its row in the sheet, from 1
 * @param content null where something cannot be understood
 * @param errors what cannot be, by the titles of the columns
 */
public record ReadLine<T>(long line, T content, List<FieldError> errors) {
    public ReadLine {
        errors = List.copyOf(errors);
    }
}
