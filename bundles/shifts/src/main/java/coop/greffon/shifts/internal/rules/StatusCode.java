package coop.greffon.shifts.internal.rules;

/** Where somebody stands with their shifts. */
public enum StatusCode {
    FORMER,
    BLOCKED,
    ON_LEAVE,
    EXEMPT,
    GRACE,
    STRUCK_OFF,
    SUSPENDED,
    FROZEN,
    ALERT,
    UP_TO_DATE
}
