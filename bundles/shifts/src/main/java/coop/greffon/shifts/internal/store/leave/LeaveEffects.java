package coop.greffon.shifts.internal.store.leave;

import coop.greffon.shifts.internal.rules.LeaveOutlook;
import coop.greffon.shifts.internal.store.Period;
import coop.greffon.shifts.internal.store.slot.ShiftCalendar.OwnSeat;
import coop.greffon.shifts.internal.store.slot.Template;
import java.util.List;

/**
 * What a leave would change for somebody.
 *
 * @param period what would be written down
 * @param outlook what becomes of what is due, the alert and the right to shop
 * @param freed their seats to come that others could have
 * @param places the slots on which they have a fixed place
 */
public record LeaveEffects(Period period, LeaveOutlook outlook, List<OwnSeat> freed, List<Template> places) {
    public LeaveEffects {
        freed = List.copyOf(freed);
        places = List.copyOf(places);
    }
}
