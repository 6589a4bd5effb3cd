package coop.greffon.shifts.internal.web.today;

import coop.greffon.shifts.internal.store.slot.ListedShift;
import coop.greffon.shifts.internal.store.slot.ShiftCalendar;
import coop.greffon.shifts.internal.store.slot.ShiftState;
import coop.greffon.shifts.internal.view.StaticTemplates;
import coop.greffon.shifts.internal.view.Templates;
import coop.greffon.web.TodayTile;
import coop.greffon.web.Visit;
import gg.jte.Content;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whether enough people come today, for who looks after the sheets. */
@Component(service = TodayTile.class)
public final class ShiftsOfTheDayTile implements TodayTile {
    private static final String TELL = "shifts.attendance.tell";

    private final Templates templates = new StaticTemplates();
    private final ShiftCalendar shifts;

    @Activate
    public ShiftsOfTheDayTile(@Reference ShiftCalendar shifts) {
        this.shifts = shifts;
    }

    @Override
    public Optional<Content> tile(Visit visit) {
        if (!visit.may(TELL)) {
            return Optional.empty();
        }
        List<ListedShift> today = shifts.between(visit.today(), visit.today()).stream()
                .filter(listed -> listed.shift().state() != ShiftState.CANCELLED)
                .toList();
        int coming = today.stream()
                .mapToInt(listed -> listed.taken() - listed.seeking())
                .sum();
        return Optional.of(templates.shiftsOfTheDayTile(
                visit,
                today.size(),
                coming,
                today.stream().filter(ListedShift::isShort).count()));
    }
}
