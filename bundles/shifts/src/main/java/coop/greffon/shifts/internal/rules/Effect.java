package coop.greffon.shifts.internal.rules;

/**
 * What an outcome does to the counters, in shifts.
 *
 * @param main how often the amount is added to the main counter
 * @param compensation the same of the compensations
 * @param byValue whether the amount is what the shift counts, or else that of an ordinary one
 * @param repays whether the amount fills the counters that are in debt, in the order of the rules, before it makes a surplus
 */
public record Effect(int main, int compensation, boolean byValue, boolean repays) {
    public static final Effect NOTHING = new Effect(0, 0, false, false);

    /** So many ordinary shifts. */
    public static Effect of(int main, int compensation) {
        return new Effect(main, compensation, false, false);
    }

    /** As much as the shift counts, so many times. */
    public static Effect byValue(int main) {
        return new Effect(main, 0, true, false);
    }

    /** As much as the shift counts, for the counters in debt first. */
    public static Effect repaying() {
        return new Effect(1, 0, true, true);
    }
}
