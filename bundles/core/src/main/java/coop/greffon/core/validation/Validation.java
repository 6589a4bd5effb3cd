package coop.greffon.core.validation;

import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import java.util.List;

/** Checks the shape of records. */
public interface Validation {
    /**
     * What is wrong with a record, in the order of its fields; fields of records within are named {@code mails[0].address}.
     *
     * @param input the record, never null
     */
    List<FieldError> errors(Object input);

    /**
     * Insists on a record's shape.
     *
     * @throws InvalidInput naming every field at fault
     */
    default void check(Object input) {
        List<FieldError> errors = errors(input);
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
    }
}
