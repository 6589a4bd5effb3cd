package coop.greffon.core.problem;

import coop.greffon.core.message.Text;
import java.util.List;

/** A request that is refused for a reason its sender can understand and mend; nothing was changed. */
public abstract sealed class Problem extends RuntimeException
        permits InvalidInput, NotFound, Forbidden, StaleEdit, Refused, TooSoon {
    private static final long serialVersionUID = 1L;

    private final transient Text title;

    Problem(Text title) {
        super(title.key());
        this.title = title;
    }

    /** What is wrong, in one sentence. */
    public Text title() {
        return title;
    }

    /** The fields at fault, empty where none is. */
    public List<FieldError> errors() {
        return List.of();
    }
}
