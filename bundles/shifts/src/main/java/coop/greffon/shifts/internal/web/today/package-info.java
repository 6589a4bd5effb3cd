/** What the page of the day says of shifts. */
package coop.greffon.shifts.internal.web.today;
