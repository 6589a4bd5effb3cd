package coop.greffon.core.problem;

import coop.greffon.core.message.Text;

/** What was asked for is not there, or the caller may not know that it is. */
public final class NotFound extends Problem {
    private static final long serialVersionUID = 1L;

    public NotFound(Text title) {
        super(Kind.NOT_FOUND, title);
    }
}
