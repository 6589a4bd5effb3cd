package coop.greffon.shifts.internal.rules;

import java.util.List;

/** Who of a household comes to a shift. */
public enum Comes {
    THEMSELVES,
    PARTNER,
    /** Both on one seat, as it was written down before two took two; asked for, each takes one. */
    BOTH;

    /** As somebody else of the household says it of whoever the account belongs to, or the other way round. */
    public Comes seenByTheOther() {
        return switch (this) {
            case THEMSELVES -> PARTNER;
            case PARTNER -> THEMSELVES;
            case BOTH -> BOTH;
        };
    }

    /** Each of whom a seat is needed for. */
    public List<Comes> each() {
        return this == BOTH ? List.of(THEMSELVES, PARTNER) : List.of(this);
    }

    /** Whether somebody comes of whom the other says it. */
    public boolean meets(Comes other) {
        return this == other || this == BOTH || other == BOTH;
    }
}
