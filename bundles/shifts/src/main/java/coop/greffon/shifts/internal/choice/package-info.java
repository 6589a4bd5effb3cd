/** Choosing the rules of a co-op, once it is known whom they would touch. */
package coop.greffon.shifts.internal.choice;
