/** Reads files that bring slots, fixed places and counters along: what a column gives, and what its cells mean. Nothing is looked up here. */
package coop.greffon.shifts.internal.importing;
