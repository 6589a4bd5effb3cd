/** Single rules that a co-op changes in the set it started from. */
package coop.greffon.shifts.internal.rules.change;
