package coop.greffon.shifts.internal.store.slot;

/** Who comes for whom a shift counts. */
public enum Comes {
    THEMSELVES,
    PARTNER,
    BOTH
}
