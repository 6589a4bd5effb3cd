package coop.greffon.shifts.internal.web;

import coop.greffon.shifts.internal.store.slot.FixedPlace;
import coop.greffon.shifts.internal.store.slot.JpaFixedPlaces;
import coop.greffon.shifts.internal.store.slot.JpaSkills;
import coop.greffon.shifts.internal.store.slot.JpaTemplates;
import coop.greffon.shifts.internal.store.slot.Template;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Where somebody has a place, and what they can do. */
@Component(service = WorkerSlots.class)
public final class WorkerSlots {
    private final JpaTemplates templates;
    private final JpaFixedPlaces places;
    private final JpaSkills skills;

    @Activate
    public WorkerSlots(
            @Reference JpaTemplates templates, @Reference JpaFixedPlaces places, @Reference JpaSkills skills) {
        this.templates = templates;
        this.places = places;
        this.skills = skills;
    }

    /** What is shown of somebody. */
    public record View(List<Held> places, Set<String> skills) {}

    /** A place and the slot it is on. */
    public record Held(FixedPlace place, Template template) {}

    /** Places that hold and held, the newest first, and skills. */
    View of(long memberId) {
        List<Held> held = places.of(memberId).stream()
                .map(place -> new Held(place, templates.get(place.templateId())))
                .toList();
        return new View(held, skills.of(memberId));
    }
}
