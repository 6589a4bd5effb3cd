/** Pictures of the shifts, each with its table. */
package coop.greffon.shifts.internal.web.picture;
