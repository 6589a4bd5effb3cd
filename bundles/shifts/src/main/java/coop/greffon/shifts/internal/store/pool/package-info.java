/** The solidarity pool: shifts that some do beyond what is due, and that others are given. */
package coop.greffon.shifts.internal.store.pool;
