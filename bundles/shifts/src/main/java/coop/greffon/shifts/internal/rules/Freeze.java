package coop.greffon.shifts.internal.rules;

/**
 * When somebody is frozen: does not shop and owes no more.
 *
 * @param at when the main counter is at most this
 * @param days for more than so many days
 * @param bookedDaysBefore unless the open shifts from so many days ago
 * @param bookedDaysAfter to so many days ahead bring it above
 */
public record Freeze(long at, int days, int bookedDaysBefore, int bookedDaysAfter) {}
