package coop.greffon.shifts.internal.rules;

/** How somebody works. */
public enum Track {
    /** At a fixed place, which comes back every cycle. */
    FIXED,
    /** On shifts of their own choice. */
    FLYING,
    /** Not at all, for good. */
    EXEMPT
}
