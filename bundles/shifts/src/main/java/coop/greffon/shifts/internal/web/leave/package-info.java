/** Pages on which leaves are asked for and decided. */
package coop.greffon.shifts.internal.web.leave;
