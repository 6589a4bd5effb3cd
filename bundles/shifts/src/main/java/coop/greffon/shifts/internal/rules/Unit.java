package coop.greffon.shifts.internal.rules;

/** What an amount counts. */
public enum Unit {
    MINUTES,
    HUNDREDTHS_OF_A_SHIFT
}
