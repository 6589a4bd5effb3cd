package coop.greffon.members;

/** What somebody is in a household. */
public enum HouseholdRole {
    /** Holds the shares, answers for the household. */
    HOLDER,
    /** Works shifts. */
    WORKER,
    /** May do the shopping. */
    SHOPPER,
    /** Under age; comes along. */
    MINOR
}
