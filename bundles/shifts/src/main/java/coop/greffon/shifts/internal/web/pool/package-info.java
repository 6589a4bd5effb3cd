/** The pages of the solidarity pool. */
package coop.greffon.shifts.internal.web.pool;
