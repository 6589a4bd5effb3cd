package coop.greffon.shifts.internal.store.slot;

/**
 * A shift in a list.
 *
 * @param seats how many there are
 * @param taken how many of them somebody has
 * @param seeking how many of those look for a stand-in
 * @param held how many others are kept for whoever had them a cycle earlier
 */
public record ListedShift(Shift shift, int seats, int taken, int seeking, int held) {
    /** One of which no seat is kept. */
    public ListedShift(Shift shift, int seats, int taken, int seeking) {
        this(shift, seats, taken, seeking, 0);
    }

    /** How many seats nobody has and that are kept for nobody. */
    public int free() {
        return Math.max(0, seats - taken - held);
    }

    /** How many people are missing to what it needs. */
    public int lacking() {
        return Math.max(0, shift.minimum() - taken + seeking);
    }

    /** Whether fewer come than are needed. */
    public boolean isShort() {
        return lacking() > 0;
    }
}
