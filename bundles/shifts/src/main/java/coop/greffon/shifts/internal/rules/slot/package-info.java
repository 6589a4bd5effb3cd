/** When slots come back, and the shifts they make. */
package coop.greffon.shifts.internal.rules.slot;
