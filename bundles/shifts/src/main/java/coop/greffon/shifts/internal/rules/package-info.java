/** What the rules of shifts make of facts: nothing here reads a clock, a database or a setting. */
package coop.greffon.shifts.internal.rules;
