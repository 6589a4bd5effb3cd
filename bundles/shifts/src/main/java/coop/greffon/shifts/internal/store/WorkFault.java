package coop.greffon.shifts.internal.store;

/**
 * Something that does not fit.
 *
 * @param check what was looked at: journal, balance, standing, outcome, seat or booking
 * @param record of what: a chain of the journal, a worker, a seat or a booking
 * @param expected null where only something is wrong
 */
public record WorkFault(String check, String record, String expected, String found) {}
