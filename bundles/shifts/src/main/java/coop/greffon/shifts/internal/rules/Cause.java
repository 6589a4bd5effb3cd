package coop.greffon.shifts.internal.rules;

/** What made an entry. */
public enum Cause {
    /** A cycle that began. */
    CYCLE,
    /** What became of a booked shift. */
    BOOKING,
    /** A surplus taken away or put aside. */
    REGULATE,
    /** Savings that paid a debt. */
    TRANSFER,
    /** A decision of somebody in charge. */
    MANUAL,
    /** What a change of team costs. */
    TEAM,
    /** The balance brought from another program. */
    OPENING
}
