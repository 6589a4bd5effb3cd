/** Leaves that members ask for, and what they would change. */
package coop.greffon.shifts.internal.store.leave;
