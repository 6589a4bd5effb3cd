/** Shifts as calendar programs read them. */
package coop.greffon.shifts.internal.ical;
