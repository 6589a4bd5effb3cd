/**
 * What tests stand on: real databases ({@link coop.greffon.testing.TestDatabase}) and a clock that is moved by hand
 * ({@link coop.greffon.testing.AdjustableClock}).
 */
package coop.greffon.testing;
