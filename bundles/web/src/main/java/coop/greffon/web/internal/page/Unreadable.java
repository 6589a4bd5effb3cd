package coop.greffon.web.internal.page;

import coop.greffon.core.problem.FieldError;
import java.util.List;

/** A request that cannot be taken as it is written, whatever the rules of the co-op say; answered by 400. */
public final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<FieldError> errors;

    /**
     * @param errors at least one
     */
    public Unreadable(List<FieldError> errors) {
        super(errors.toString());
        this.errors = List.copyOf(errors);
    }

    List<FieldError> errors() {
        return errors;
    }
}
