/** Whoever reads a page or asks through a program. */
package coop.greffon.shifts.internal.reader;
