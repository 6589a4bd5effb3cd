/** Letters about shifts. */
package coop.greffon.shifts.internal.reminder;
