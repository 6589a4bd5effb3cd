package coop.greffon.shifts.internal.rules;

/**
 * When somebody is struck off.
 *
 * @param at when the main counter and the compensations together are at most this; null for never
 * @param absencesInARow after so many absences from one's own place with no make-up between, 0 for never
 */
public record Exit(Long at, int absencesInARow) {
    public static final Exit NEVER = new Exit(null, 0);

    public static Exit at(long balance) {
        return new Exit(balance, 0);
    }
}
