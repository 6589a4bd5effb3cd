package coop.greffon.shifts.internal.store.slot;

/**
 * A shift in a list.
 *
 * @param seats how many there are
 * @param taken how many of them somebody has
 * @param seeking how many of those look for a stand-in
 */
public record ListedShift(Shift shift, int seats, int taken, int seeking) {
    /** How many seats nobody has. */
    public int free() {
        return Math.max(0, seats - taken);
    }

    /** Whether fewer come than are needed. */
    public boolean isShort() {
        return taken - seeking < shift.minimum();
    }
}
