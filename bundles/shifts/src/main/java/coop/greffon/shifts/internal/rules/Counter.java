package coop.greffon.shifts.internal.rules;

/** What is counted apart. */
public enum Counter {
    /** What is owed and done. */
    MAIN,
    /** Make-ups owed beyond it. */
    COMPENSATION,
    /** What was done beyond what was due, kept for later. */
    SAVINGS
}
