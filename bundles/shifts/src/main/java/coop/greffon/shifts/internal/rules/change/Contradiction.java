package coop.greffon.shifts.internal.rules.change;

/** A changed rule that does not go with the others. */
public record Contradiction(Parameter parameter, Kind kind) {
    /** Why not. */
    public enum Kind {
        /** Nothing falls due. */
        NEEDS_DUE,
        /** Cycles are not everybody's own. */
        NEEDS_OWN_CYCLE,
        /** There are no seasons. */
        NEEDS_SEASON,
        /** There is no penalty. */
        NEEDS_PENALTY,
        /** Everything done beyond what is due is kept. */
        NEEDS_SURPLUS,
        /** There is no alert. */
        NEEDS_ALERT,
        /** There is no grace. */
        NEEDS_GRACE,
        /** Nobody is frozen. */
        NEEDS_FREEZE,
        /** Nobody is ever out. */
        NEEDS_OUT,
        /** There is no limit within some days. */
        NEEDS_WINDOW,
        /** An alert would end where it begins. */
        CLEARED_TOO_LOW,
        /** Whoever is out would never have been in an alert. */
        OUT_BEFORE_ALERT,
        /** Whoever owes more would shop, and whoever owes less would not. */
        WORSE_SHOPS;

        /** Whether the parameter has nothing to act on. */
        boolean isNeed() {
            return name().startsWith("NEEDS_");
        }
    }
}
