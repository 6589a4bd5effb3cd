package coop.greffon.shifts.internal.rules;

/** How somebody came to a seat. */
public enum Origin {
    /** It is their fixed place. */
    FIXED_PLACE,
    /** They chose it. */
    FREE,
    /** They chose it to repay a debt. */
    MAKE_UP
}
