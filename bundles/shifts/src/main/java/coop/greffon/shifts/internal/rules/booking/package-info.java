/** Who may take which seat, give it back or hand it on, and why not. */
package coop.greffon.shifts.internal.rules.booking;
