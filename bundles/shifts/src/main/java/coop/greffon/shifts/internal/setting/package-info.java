/** What a co-op decides about its shifts, and the rules that follow from it. */
package coop.greffon.shifts.internal.setting;
