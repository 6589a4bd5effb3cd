package coop.greffon.shifts.internal.web;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.problem.Problem;
import coop.greffon.members.Member;
import coop.greffon.members.Members;
import coop.greffon.shifts.internal.rules.Track;
import coop.greffon.shifts.internal.store.slot.FixedPlace;
import coop.greffon.shifts.internal.store.slot.JpaFixedPlaces;
import coop.greffon.shifts.internal.store.slot.JpaTeams;
import coop.greffon.shifts.internal.store.slot.JpaTemplates;
import coop.greffon.shifts.internal.store.slot.TeamDraft;
import coop.greffon.shifts.internal.store.slot.TeamOutlook;
import coop.greffon.shifts.internal.store.slot.Template;
import coop.greffon.shifts.internal.view.StaticTemplates;
import coop.greffon.shifts.internal.view.Templates;
import coop.greffon.shifts.internal.words.SlotWords;
import coop.greffon.shifts.internal.words.TeamWords;
import coop.greffon.web.Page;
import coop.greffon.web.RequiresPermission;
import coop.greffon.web.Visit;
import coop.greffon.web.WebResource;
import coop.greffon.web.form.Choice;
import coop.greffon.web.form.Form;
import coop.greffon.web.form.Typed;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MultivaluedMap;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Another team for somebody: what it changes is told before it is done. */
@Component(service = WebResource.class)
@Path("/shifts/members/{id: \\d+}")
@RequiresPermission(WorkerPages.EDIT)
public final class TeamPages implements WebResource {
    /** All the places somebody has. */
    private static final String ALL = "all";

    private final Templates templates = new StaticTemplates();
    private final JpaTeams teams;
    private final JpaFixedPlaces places;
    private final JpaTemplates slots;
    private final Members members;

    @Activate
    public TeamPages(
            @Reference JpaTeams teams,
            @Reference JpaFixedPlaces places,
            @Reference JpaTemplates slots,
            @Reference Members members) {
        this.teams = teams;
        this.places = places;
        this.slots = slots;
        this.members = members;
    }

    @GET
    @Path("team")
    public Page show(@Context Visit visit, @PathParam("id") long id, @QueryParam("weekday") String weekday) {
        List<FixedPlace> held = held(visit, id);
        Map<String, String> values = new HashMap<>();
        values.put("from", visit.today().plusDays(1).toString());
        values.put("leaving", held.isEmpty() ? "" : ALL);
        values.put("weekday", weekday == null ? usual(held) : weekday);
        return show(visit, Form.of(visit, values), members.get(id));
    }

    private String usual(List<FixedPlace> held) {
        return held.isEmpty()
                ? DayOfWeek.MONDAY.name()
                : slots.get(held.get(0).templateId()).recurrence().weekday().name();
    }

    private List<FixedPlace> held(Visit visit, long id) {
        return places.of(id).stream()
                .filter(place -> place.to() == null || !place.to().isBefore(visit.today()))
                .toList();
    }

    @POST
    @Path("team")
    public Response change(@Context Visit visit, @PathParam("id") long id, MultivaluedMap<String, String> sent) {
        Typed typed = Typed.of(sent);
        Member member = members.get(id);
        try {
            TeamDraft draft = draft(visit, id, typed);
            if (typed.text("confirmed") == null) {
                return Response.ok(confirm(visit, member, draft, typed.values()))
                        .build();
            }
            teams.change(id, draft, visit.actor());
            return WorkerPages.done(id, "shifts.done.team");
        } catch (Problem problem) {
            return WorkerPages.refused(show(visit, Form.refused(visit, typed.values(), problem), member));
        }
    }

    private TeamDraft draft(Visit visit, long id, Typed typed) {
        List<Long> left = left(typed.text("leaving"), held(visit, id));
        String[] slot = Optional.ofNullable(typed.text("slot")).orElse("").split(":", 2);
        var draft = new TeamDraft(
                typed.date("from"),
                left,
                slot[0].isEmpty() ? null : whole("slot", slot[0]),
                slot.length < 2 || slot[1].isEmpty() ? null : slot[1],
                typed.one("track", Track.class));
        typed.insist();
        return draft;
    }

    /** A place that is gone meanwhile is asked for all the same, and refused: without it they would have both. */
    static List<Long> left(String leaving, List<FixedPlace> held) {
        if (leaving == null) {
            return List.of();
        }
        return leaving.equals(ALL) ? held.stream().map(FixedPlace::id).toList() : List.of(whole("leaving", leaving));
    }

    private static Long whole(String field, String typed) {
        try {
            return Long.valueOf(typed);
        } catch (NumberFormatException unreadable) {
            throw new InvalidInput(FieldError.of(field, typed, Text.of("web.form.choice-unknown")));
        }
    }

    private Page confirm(Visit visit, Member member, TeamDraft draft, Map<String, String> values) {
        TeamOutlook outlook = teams.outlook(member.id(), draft);
        Template slot = draft.templateId() == null ? null : slots.get(draft.templateId());
        return Page.narrow(
                        Text.of("shifts.team.title"),
                        templates.teamConfirm(
                                visit, member, outlook, TeamWords.sentences(outlook, draft.from(), slot), values))
                .below(WorkerPages.above(), WorkerPages.above(member))
                .withHelp("shifts/slots");
    }

    private Page show(Visit visit, Form form, Member member) {
        List<FixedPlace> held = held(visit, member.id());
        String weekday = form.value("weekday");
        return Page.narrow(
                        Text.of("shifts.team.title"),
                        templates.team(visit, form, member, leaving(visit, held), slots(visit, weekday), tracks(visit)))
                .below(WorkerPages.above(), WorkerPages.above(member))
                .withHelp("shifts/slots");
    }

    private List<Choice> leaving(Visit visit, List<FixedPlace> held) {
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice("", visit.t("shifts.team.leaving-none")));
        if (held.size() > 1) {
            choices.add(new Choice(ALL, visit.t("shifts.team.leaving-all")));
        }
        held.forEach(place -> choices.add(new Choice(
                held.size() == 1 ? ALL : Long.toString(place.id()),
                visit.t(SlotWords.title(slots.get(place.templateId()))))));
        return choices;
    }

    /** Those of a day of the week, each with the kinds of seats it has. */
    private List<Choice> slots(Visit visit, String weekday) {
        Stream<Choice> found = slots.all().stream()
                .filter(one -> one.recurrence().weekday().name().equals(weekday))
                .filter(one ->
                        one.recurrence().to() == null || !one.recurrence().to().isBefore(visit.today()))
                .flatMap(one -> one.skills().stream().distinct().map(skill -> choice(visit, one, skill)));
        return Stream.concat(Stream.of(new Choice("", visit.t("shifts.team.slot-none"))), found)
                .toList();
    }

    private static Choice choice(Visit visit, Template slot, String skill) {
        String title = visit.t(SlotWords.title(slot));
        return new Choice(
                slot.id() + ":" + Objects.toString(skill, ""),
                skill == null ? title : visit.t("shifts.place.line", title, SlotWords.skill(visit, skill)));
    }

    private static List<Choice> tracks(Visit visit) {
        return Stream.concat(
                        Stream.of(new Choice("", visit.t("shifts.team.track-same"))),
                        EnrolmentPages.tracks(visit).stream())
                .toList();
    }

    /** The days of the week to choose from. */
    public static List<Choice> weekdays(Visit visit) {
        return Arrays.stream(DayOfWeek.values())
                .map(day -> new Choice(day.name(), visit.t(SlotWords.weekday(day))))
                .toList();
    }
}
