package coop.greffon.shifts.internal.importing.run;

/** What became of a line. */
public enum Deed {
    ADDED,
    CHANGED,
    UNCHANGED,
    /** Nothing was changed by it. */
    REFUSED
}
