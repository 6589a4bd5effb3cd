package coop.greffon.shifts.internal.demo;

import coop.greffon.core.demo.DemoRow;
import coop.greffon.core.demo.DemoTable;
import coop.greffon.core.identity.Actor;
import coop.greffon.shifts.internal.rules.Comes;
import coop.greffon.shifts.internal.rules.Preset;
import coop.greffon.shifts.internal.rules.StatusCode;
import coop.greffon.shifts.internal.rules.Track;
import coop.greffon.shifts.internal.store.ListedWorker;
import coop.greffon.shifts.internal.store.WorkerList;
import coop.greffon.shifts.internal.store.booking.JpaBookings;
import coop.greffon.shifts.internal.store.slot.FixedPlaceDraft;
import coop.greffon.shifts.internal.store.slot.JpaFixedPlaces;
import coop.greffon.shifts.internal.store.slot.JpaSkills;
import coop.greffon.shifts.internal.store.slot.JpaTemplates;
import coop.greffon.shifts.internal.store.slot.ListedShift;
import coop.greffon.shifts.internal.store.slot.ShiftCalendar;
import coop.greffon.shifts.internal.store.slot.Skills;
import coop.greffon.shifts.internal.store.slot.Template;
import coop.greffon.shifts.internal.store.slot.TemplateDraft;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** When people work at the demo co-op: whoever has a fixed place has one, and most of the others have chosen a shift. */
@Component(service = SlotsOfTheDemo.class)
public final class SlotsOfTheDemo {
    private static final int EVERYBODY = 500;
    private static final int DAYS = 28;

    private final JpaTemplates templates;
    private final JpaFixedPlaces places;
    private final JpaSkills skills;
    private final JpaBookings bookings;
    private final ShiftCalendar calendar;
    private final WorkerList workers;

    @Activate
    public SlotsOfTheDemo(
            @Reference JpaTemplates templates,
            @Reference JpaFixedPlaces places,
            @Reference JpaSkills skills,
            @Reference JpaBookings bookings,
            @Reference ShiftCalendar calendar,
            @Reference WorkerList workers) {
        this.templates = templates;
        this.places = places;
        this.skills = skills;
        this.bookings = bookings;
        this.calendar = calendar;
        this.workers = workers;
    }

    void tell(LocalDate today) throws IOException {
        if (!templates.all().isEmpty()) {
            return;
        }
        for (DemoRow row : DemoTable.read(SlotsOfTheDemo.class, "slots.csv")) {
            templates.add(draft(row, today), Actor.host());
        }
        giveFixedPlaces(today);
        chooseShifts(today);
    }

    private static TemplateDraft draft(DemoRow row, LocalDate today) {
        String week = row.text("week");
        return new TemplateDraft(
                row.text("job"),
                week == null ? null : Integer.valueOf(week),
                DayOfWeek.valueOf(row.text("weekday")),
                LocalTime.parse(row.text("starts")),
                LocalTime.parse(row.text("ends")),
                Preset.SHIFT,
                Integer.valueOf(row.text("minimum")),
                Integer.valueOf(row.text("seats")),
                Integer.valueOf(row.text("leaders")),
                Map.of(),
                today,
                null,
                null);
    }

    /** Every fourth of them leads. */
    private void giveFixedPlaces(LocalDate today) {
        List<Template> all = templates.all();
        List<ListedWorker> fixed = workers.find(new WorkerList.Filter(null, Track.FIXED), 0, EVERYBODY);
        for (int i = 0; i < fixed.size(); i++) {
            Template template = all.get(i % all.size());
            boolean leads = i % 4 == 0 && template.leaders() > 0;
            if (leads) {
                skills.say(fixed.get(i).memberId(), Set.of(Skills.LEADER), Actor.host());
            }
            var draft = new FixedPlaceDraft(leads ? Skills.LEADER : null, today, null);
            places.give(template.id(), fixed.get(i).memberId(), draft, Actor.host());
        }
    }

    private void chooseShifts(LocalDate today) {
        List<ListedShift> shifts = calendar.between(today.plusDays(1), today.plusDays(DAYS));
        List<ListedWorker> flying =
                workers.find(new WorkerList.Filter(StatusCode.UP_TO_DATE, Track.FLYING), 0, EVERYBODY);
        for (int i = 0; i < flying.size(); i++) {
            long member = flying.get(i).memberId();
            long shift = shifts.get(i * 3 % shifts.size()).shift().id();
            if (i % 4 != 0 && bookings.refusals(member, shift).isEmpty()) {
                bookings.book(member, shift, Comes.THEMSELVES, Actor.host());
            }
        }
    }
}
