package coop.greffon.shifts.internal.store.exchange;

import coop.greffon.shifts.internal.store.slot.Shift;
import java.util.List;

/**
 * A seat that is offered for another.
 *
 * @param memberId who offers it
 * @param wantedId to which member; null for whoever has a seat that fits
 * @param answers what others offered for it, the oldest first; whoever reads sees their own, and who offers all of them
 */
public record Exchange(
        long id, long bookingId, Shift shift, long memberId, Long wantedId, ExchangeState state, List<Answer> answers) {
    /** A seat that is offered in return. */
    public record Answer(long id, long bookingId, Shift shift, long memberId, ExchangeState state) {}

    public Exchange {
        answers = List.copyOf(answers);
    }
}
