package coop.greffon.shifts.internal.store.booking;

import coop.greffon.shifts.internal.rules.Unit;
import coop.greffon.shifts.internal.rules.booking.Prospects.Prospect;
import coop.greffon.shifts.internal.rules.booking.Refusal;
import coop.greffon.shifts.internal.store.slot.Booking;
import coop.greffon.shifts.internal.store.slot.Shift;
import java.util.List;

/**
 * What somebody can do about a seat they have.
 *
 * @param unit what amounts count
 * @param givingBack why it cannot be given back; none where it can
 * @param handingOn why it cannot be handed on; none where it can
 * @param announcing why it cannot be said any more that they do not come; none where it can
 * @param coming where they stand if they come
 * @param without where they stand without the shift
 * @param absent where they stand if they are absent
 */
public record Ways(
        Shift shift,
        Booking booking,
        Unit unit,
        List<Refusal> givingBack,
        List<Refusal> handingOn,
        List<Refusal> announcing,
        Prospect coming,
        Prospect without,
        Prospect absent) {
    public Ways {
        givingBack = List.copyOf(givingBack);
        handingOn = List.copyOf(handingOn);
        announcing = List.copyOf(announcing);
    }
}
