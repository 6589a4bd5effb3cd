/** Who has a seat on which shift, and what became of it. */
package coop.greffon.shifts.internal.store.booking;
