/** Slots that come back, the places people have on them, and the shifts they make. */
package coop.greffon.shifts.internal.store.slot;
