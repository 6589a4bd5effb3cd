package coop.greffon.core.problem;

import coop.greffon.core.message.Text;
import java.util.List;

/** Somebody else changed the record meanwhile; the errors name each field that changed and its value now. */
public final class StaleEdit extends Problem {
    private static final long serialVersionUID = 1L;

    private final transient List<FieldError> changes;

    /**
     * @param changes the fields that changed meanwhile, with their values now
     */
    public StaleEdit(List<FieldError> changes) {
        super(Kind.STALE, Text.of("core.problem.stale"));
        this.changes = List.copyOf(changes);
    }

    @Override
    public List<FieldError> errors() {
        return changes;
    }
}
