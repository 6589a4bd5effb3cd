package coop.greffon.shifts.internal.importing.run;

import coop.greffon.core.identity.Actor;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.tabular.TabularRow;
import coop.greffon.members.Member;
import coop.greffon.members.Members;
import coop.greffon.shifts.internal.importing.Column;
import coop.greffon.shifts.internal.importing.Layout;
import coop.greffon.shifts.internal.importing.LineReader;
import coop.greffon.shifts.internal.importing.PlaceLine;
import coop.greffon.shifts.internal.importing.ReadLine;
import coop.greffon.shifts.internal.store.JpaWorkers;
import coop.greffon.shifts.internal.store.slot.FixedPlace;
import coop.greffon.shifts.internal.store.slot.FixedPlaceDraft;
import coop.greffon.shifts.internal.store.slot.JpaFixedPlaces;
import coop.greffon.shifts.internal.store.slot.JpaSkills;
import coop.greffon.shifts.internal.store.slot.JpaTemplates;
import coop.greffon.shifts.internal.store.slot.Skills;
import coop.greffon.shifts.internal.store.slot.Template;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Brings fixed places along: one of the same member on the same slot is the same place. */
@Component(service = PlaceImport.class)
public final class PlaceImport implements LineImport<PlaceLine> {
    private static final String SLOT = "slot";

    private final Members members;
    private final JpaWorkers workers;
    private final JpaTemplates templates;
    private final JpaFixedPlaces places;
    private final JpaSkills skills;
    private final Clock clock;

    @Activate
    public PlaceImport(
            @Reference Members members,
            @Reference JpaWorkers workers,
            @Reference JpaTemplates templates,
            @Reference JpaFixedPlaces places,
            @Reference JpaSkills skills,
            @Reference Clock clock) {
        this.members = members;
        this.workers = workers;
        this.templates = templates;
        this.places = places;
        this.skills = skills;
        this.clock = clock;
    }

    @Override
    public ReadLine<PlaceLine> read(LineReader reader, TabularRow row) {
        return reader.place(row);
    }

    @Override
    public String subject(PlaceLine content) {
        return content.member() + " " + SlotLookup.words(content.slot());
    }

    @Override
    public Applied apply(PlaceLine line, Actor by) {
        Member member = MemberLookup.find(members, line.member());
        if (!workers.isEnrolled(member.id())) {
            throw new InvalidInput(FieldError.of("member", line.member(), Text.of("shifts.import.no-worker")));
        }
        Template template = template(line);
        LocalDate from = line.from() == null ? LocalDate.now(clock) : line.from();
        Optional<FixedPlace> there = places.of(member.id()).stream()
                .filter(place -> place.templateId() == template.id())
                .filter(place -> place.to() == null || !place.to().isBefore(from))
                .filter(place -> line.to() == null || !place.from().isAfter(line.to()))
                .findFirst();
        if (there.isPresent()) {
            return follow(there.get(), template, line, by);
        }
        boolean leads = Boolean.TRUE.equals(line.leads());
        if (leads) {
            Set<String> known = new TreeSet<>(skills.of(member.id()));
            known.add(Skills.LEADER);
            skills.say(member.id(), known, by);
        }
        var draft = new FixedPlaceDraft(leads ? Skills.LEADER : null, from, line.to());
        places.give(template.id(), member.id(), draft, by);
        return new Applied(Deed.ADDED, List.of());
    }

    private Template template(PlaceLine line) {
        List<Template> fitting = SlotLookup.fitting(templates.all(), line.slot()).stream()
                .filter(template -> SlotLookup.isRunning(template, LocalDate.now(clock)))
                .toList();
        if (fitting.isEmpty()) {
            throw new InvalidInput(
                    FieldError.of(SLOT, SlotLookup.words(line.slot()), Text.of("shifts.import.slot-unknown")));
        }
        if (fitting.size() > 1) {
            String jobs = fitting.stream().map(Template::job).distinct().collect(Collectors.joining(", "));
            throw new InvalidInput(
                    FieldError.of(SLOT, SlotLookup.words(line.slot()), Text.of("shifts.import.slot-several", jobs)));
        }
        return fitting.get(0);
    }

    /** Only its last day can follow: for all else the place would be another one. */
    private Applied follow(FixedPlace there, Template template, PlaceLine line, Actor by) {
        if (line.from() != null && !line.from().equals(there.from())) {
            throw new InvalidInput(FieldError.of("from", line.from(), Text.of("shifts.place.there", there.from())));
        }
        if (line.leads() != null && line.leads() != leads(template, there)) {
            throw new InvalidInput(FieldError.of("leads", line.leads(), Text.of("shifts.import.leads")));
        }
        if (line.to() == null || line.to().equals(there.to())) {
            return Applied.unchanged();
        }
        if (there.to() != null && line.to().isAfter(there.to())) {
            throw new InvalidInput(FieldError.of(
                    "to",
                    line.to(),
                    Text.of("shifts.import.longer", there.to(), there.to().plusDays(1))));
        }
        places.end(there.id(), line.to(), by);
        String before = there.to() == null ? "" : there.to().toString();
        return new Applied(
                Deed.CHANGED,
                List.of(Text.of(
                        "shifts.import.changed",
                        Column.TO.key(),
                        before,
                        line.to().toString())));
    }

    static boolean leads(Template template, FixedPlace place) {
        return place.position() < template.seats()
                && Skills.LEADER.equals(template.skills().get(place.position()));
    }

    @Override
    public Column column(String field, PlaceLine content, Layout layout) {
        return switch (field) {
            case SLOT -> layout.has(Column.SLOT) ? Column.SLOT : Column.START;
            case "from" -> Column.FROM;
            case "to" -> Column.TO;
            case "leads" -> Column.LEADS;
            default -> layout.has(Column.MEMBER) ? Column.MEMBER : Column.EXTERNAL_ID;
        };
    }
}
