package coop.greffon.core.problem;

import coop.greffon.core.message.Text;
import java.util.List;

/** A request that is refused for a reason its sender can understand and mend; nothing was changed. */
public abstract sealed class Problem extends RuntimeException
        permits InvalidInput, NotFound, Forbidden, StaleEdit, Refused, TooSoon {
    private static final long serialVersionUID = 1L;

    /** What sort of refusal it is. */
    public enum Kind {
        /** Something that was sent cannot be accepted. */
        INVALID,
        /** What was asked for is not there. */
        NOT_FOUND,
        /** The caller lacks a permission. */
        FORBIDDEN,
        /** Somebody else changed it meanwhile. */
        STALE,
        /** A rule says no. */
        REFUSED,
        /** The caller has to wait. */
        TOO_SOON
    }

    private final Kind kind;
    private final transient Text title;

    Problem(Kind kind, Text title) {
        super(title.key());
        this.kind = kind;
        this.title = title;
    }

    /** What sort of refusal it is, for whoever answers each in its own way. */
    public Kind kind() {
        return kind;
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
