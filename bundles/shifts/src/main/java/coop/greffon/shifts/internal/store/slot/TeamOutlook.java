package coop.greffon.shifts.internal.store.slot;

import coop.greffon.shifts.internal.rules.Track;
import coop.greffon.shifts.internal.rules.Unit;
import java.util.List;

/**
 * What a change of team would change for somebody.
 *
 * @param freed their shifts to come that others could have
 * @param taken the shifts to come on which they would have a seat
 * @param before their track of that day as it is noted, null where they do not work then
 * @param after the track they would have
 * @param cost what it costs, in the unit of the rules
 * @param counter what is on the main counter now
 */
public record TeamOutlook(
        List<Shift> freed, List<Shift> taken, Track before, Track after, long cost, long counter, Unit unit) {
    public TeamOutlook {
        freed = List.copyOf(freed);
        taken = List.copyOf(taken);
    }
}
