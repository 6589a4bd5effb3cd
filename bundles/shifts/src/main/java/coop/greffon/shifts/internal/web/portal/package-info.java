/** The calendar of shifts, and what people do about their own. */
package coop.greffon.shifts.internal.web.portal;
