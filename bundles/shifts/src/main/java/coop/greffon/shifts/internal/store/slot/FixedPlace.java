package coop.greffon.shifts.internal.store.slot;

import java.time.LocalDate;

/**
 * Somebody's place on each shift of a template.
 *
 * @param position of the seat, from 0
 * @param memberId whose it is
 * @param to its last day, null where it goes on
 */
public record FixedPlace(long id, long templateId, int position, long memberId, LocalDate from, LocalDate to) {}
