package coop.greffon.shifts.internal.importing;

import java.util.Locale;

/** What a column of a file gives. */
public enum Column {
    JOB,
    WEEK,
    WEEKDAY,
    /** Whether it is on that day, as Odoo has a column for each. */
    MONDAY,
    TUESDAY,
    WEDNESDAY,
    THURSDAY,
    FRIDAY,
    SATURDAY,
    SUNDAY,
    /** The name of a slot, which tells its week, its day and its hour. */
    SLOT,
    START,
    END,
    SEATS,
    MINIMUM,
    LEADERS,
    VALUE,
    FROM,
    TO,
    MEMBER,
    /** What Odoo calls somebody; it matters where no number is said. */
    EXTERNAL_ID,
    LEADS,
    TRACK,
    /** How Odoo says that somebody stands; it matters where it exempts. */
    STATE,
    /** The day from which something is due. */
    BEGIN,
    /** The day of the balance. */
    ON,
    MAIN,
    COMPENSATION,
    SAVINGS,
    /** The main counter of whoever has a fixed place, where each track has a counter of its own. */
    STANDARD_POINTS,
    /** The same of whoever chooses their shifts. */
    FLYING_POINTS,
    MAIL,
    NAME,
    SKILL;

    /** As the table of titles calls it, and reports do. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
