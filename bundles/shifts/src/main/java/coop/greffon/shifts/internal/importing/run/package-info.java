/** Brings slots, fixed places and counters along from files, line by line, and writes them into files that can be read back. */
package coop.greffon.shifts.internal.importing.run;
