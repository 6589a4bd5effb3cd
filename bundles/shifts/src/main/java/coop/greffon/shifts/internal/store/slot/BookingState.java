package coop.greffon.shifts.internal.store.slot;

import coop.greffon.shifts.internal.rules.Outcome;

/** What became of a seat that was taken. */
public enum BookingState {
    BOOKED(true, true),
    /** Their worker looks for a stand-in, and comes where there is none. */
    SEEKING(true, true),
    ATTENDED(true, false),
    EXCUSED(true, false),
    ABSENT(true, false),
    ABSENT_TWICE(true, false),
    /** The shift does not take place. */
    NOT_HELD(true, false),
    /** They said that they do not come: the seat is free for others, and it will be told as an absence. */
    ANNOUNCED(false, false),
    /** They gave it back, or staff took it: nobody gives it to them again. */
    CANCELLED(false, false),
    /** Somebody else comes in their place. */
    TAKEN_OVER(false, false),
    /** They are on leave, or have left. */
    AWAY(false, false);

    private final boolean hasSeat;
    private final boolean isOpen;

    BookingState(boolean hasSeat, boolean isOpen) {
        this.hasSeat = hasSeat;
        this.isOpen = isOpen;
    }

    /** Whether the seat is theirs. */
    public boolean hasSeat() {
        return hasSeat;
    }

    /** Whether it is still to be told what became of it. */
    public boolean isOpen() {
        return isOpen;
    }

    /** Whether a sheet told what became of it. */
    public boolean isTold() {
        return hasSeat && !isOpen && this != NOT_HELD;
    }

    /** Whether they come to it, or came. */
    public boolean isComing() {
        return isOpen || this == ATTENDED;
    }

    /** Whether it belongs to what comes next for somebody: they come, said that they do not, or the shift does not take place. */
    public boolean isNext() {
        return isComing() || this == ANNOUNCED || this == NOT_HELD;
    }

    /** Whether the sheet tells of it: somebody has the seat, or said they would not come. */
    public boolean isExpected() {
        return hasSeat || this == ANNOUNCED;
    }

    /** The state that tells an outcome. */
    public static BookingState of(Outcome outcome) {
        return valueOf(outcome == Outcome.TAKEN_BACK ? BOOKED.name() : outcome.name());
    }
}
