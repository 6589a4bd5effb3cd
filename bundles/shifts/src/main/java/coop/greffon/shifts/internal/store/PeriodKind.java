package coop.greffon.shifts.internal.store;

/** What holds on some days of somebody. */
public enum PeriodKind {
    /** Away: owes nothing, does not shop. */
    HOLIDAY,
    /** Owes nothing and shops. */
    EXEMPTION,
    /** May shop in spite of a debt. */
    GRACE
}
