package coop.greffon.shifts.internal.store.exchange;

import coop.greffon.shifts.internal.store.slot.Shift;

/**
 * Somebody asks another to come instead.
 *
 * @param bookingId the seat of who asks
 * @param askerId the member who asks
 * @param askedId the member who is asked
 */
public record Request(long id, long bookingId, Shift shift, long askerId, long askedId, AskState state) {}
