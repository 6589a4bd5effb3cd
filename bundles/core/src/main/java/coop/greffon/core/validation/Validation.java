package coop.greffon.core.validation;

import coop.greffon.core.problem.FieldError;
import java.util.List;

/** Checks the shape of what came in. */
public interface Validation {
    /**
     * The input itself, where its shape is right.
     *
     * @param input a record with Bean Validation annotations
     * @throws coop.greffon.core.problem.InvalidInput with an error per field otherwise
     */
    <T> T valid(T input);

    /** What is wrong with the shape of a record, in the order of its fields; empty where nothing is. A field within is {@code mails[0].address}. */
    List<FieldError> errors(Object input);
}
