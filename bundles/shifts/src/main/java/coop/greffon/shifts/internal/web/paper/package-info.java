/** What is printed: the poster of a week, and the sheets that people sign. */
package coop.greffon.shifts.internal.web.paper;
