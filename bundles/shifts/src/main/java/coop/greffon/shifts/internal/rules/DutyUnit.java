package coop.greffon.shifts.internal.rules;

/** Who has one account. */
public enum DutyUnit {
    /** Each person. */
    PERSON,
    /** All who hold shares or work in a household, whoever of them is enrolled. */
    HOUSEHOLD
}
