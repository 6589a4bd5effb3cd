/** Shifts from person to person: one asks another to come instead, or two exchange their seats. */
package coop.greffon.shifts.internal.store.exchange;
