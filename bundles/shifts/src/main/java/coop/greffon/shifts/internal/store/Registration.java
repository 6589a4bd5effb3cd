package coop.greffon.shifts.internal.store;

/** Whether somebody who flies has a shift before their next alert. */
public enum Registration {
    BOOKED,
    UNBOOKED
}
