/** The sheets on which it is told who came. */
package coop.greffon.shifts.internal.web.attendance;
