package coop.greffon.shifts.internal.store.slot;

import coop.greffon.shifts.internal.rules.Outcome;

/** What became of a seat that was taken. */
public enum BookingState {
    BOOKED(true, true, null),
    /** Their worker looks for a stand-in, and comes where there is none. */
    SEEKING(true, true, null),
    ATTENDED(true, false, Outcome.ATTENDED),
    EXCUSED(true, false, Outcome.EXCUSED),
    ABSENT(true, false, Outcome.ABSENT),
    ABSENT_TWICE(true, false, Outcome.ABSENT_TWICE),
    /** The shift does not take place. */
    NOT_HELD(true, false, Outcome.NOT_HELD),
    /** They gave it back, or staff took it: nobody gives it to them again. */
    CANCELLED(false, false, null),
    /** Somebody else comes in their place. */
    TAKEN_OVER(false, false, null),
    /** They are on leave, or have left. */
    AWAY(false, false, null);

    private final boolean hasSeat;
    private final boolean isOpen;
    private final Outcome outcome;

    BookingState(boolean hasSeat, boolean isOpen, Outcome outcome) {
        this.hasSeat = hasSeat;
        this.isOpen = isOpen;
        this.outcome = outcome;
    }

    /** Whether the seat is theirs. */
    public boolean hasSeat() {
        return hasSeat;
    }

    /** Whether it is still to be told what became of it. */
    public boolean isOpen() {
        return isOpen;
    }

    /** What is told of it, null for nothing. */
    public Outcome outcome() {
        return outcome;
    }

    /** The state that tells an outcome. */
    public static BookingState of(Outcome outcome) {
        return valueOf(outcome == Outcome.TAKEN_BACK ? BOOKED.name() : outcome.name());
    }
}
