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

    /** What is wrong with the shape of an input, in the order of field names; empty where nothing is. */
    List<FieldError> errors(Object input);
}
