package coop.greffon.core.problem;

import coop.greffon.core.message.Text;
import java.util.List;

/** One or more fields cannot be accepted. */
public final class InvalidInput extends Problem {
    private static final long serialVersionUID = 1L;

    private final transient List<FieldError> errors;

    /**
     * @param errors at least one
     */
    public InvalidInput(List<FieldError> errors) {
        super(Kind.INVALID, Text.of("core.problem.invalid", errors.size()));
        this.errors = List.copyOf(errors);
    }

    /** One field at fault. */
    public InvalidInput(FieldError error) {
        this(List.of(error));
    }

    @Override
    public List<FieldError> errors() {
        return errors;
    }
}
