package coop.greffon.core.problem;

import coop.greffon.core.message.Text;

/** A rule of the co-op says no; the title says which and what would help. */
public final class Refused extends Problem {
    private static final long serialVersionUID = 1L;

    public Refused(Text title) {
        super(Kind.REFUSED, title);
    }
}
