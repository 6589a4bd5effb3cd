package coop.greffon.shifts.internal.web.slot;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.NotFound;
import coop.greffon.core.problem.Problem;
import coop.greffon.members.Member;
import coop.greffon.members.Members;
import coop.greffon.shifts.internal.store.slot.FixedPlace;
import coop.greffon.shifts.internal.store.slot.FixedPlaceDraft;
import coop.greffon.shifts.internal.store.slot.JpaFixedPlaces;
import coop.greffon.shifts.internal.store.slot.JpaTemplates;
import coop.greffon.shifts.internal.store.slot.Template;
import coop.greffon.shifts.internal.view.StaticTemplates;
import coop.greffon.shifts.internal.view.Templates;
import coop.greffon.shifts.internal.words.SlotWords;
import coop.greffon.web.Page;
import coop.greffon.web.RequiresPermission;
import coop.greffon.web.Visit;
import coop.greffon.web.WebResource;
import coop.greffon.web.form.Choice;
import coop.greffon.web.form.Form;
import coop.greffon.web.form.Typed;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MultivaluedMap;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Fixed places on a slot: given and ended. */
@Component(service = WebResource.class)
@Path("/shifts/slots/{id: \\d+}")
public final class PlacePages implements WebResource {
    private final Templates templates = new StaticTemplates();
    private final JpaTemplates slots;
    private final JpaFixedPlaces places;
    private final Members members;

    @Activate
    public PlacePages(@Reference JpaTemplates slots, @Reference JpaFixedPlaces places, @Reference Members members) {
        this.slots = slots;
        this.places = places;
        this.members = members;
    }

    @GET
    @Path("place")
    @RequiresPermission(SlotLinks.MAY_EDIT)
    public Page give(@Context Visit visit, @PathParam("id") long id) {
        Template template = slots.get(id);
        LocalDate from = template.recurrence().from();
        LocalDate first = from.isAfter(visit.today()) ? from : visit.today();
        return give(visit, Form.of(visit, Map.of("from", first.toString())), template, List.of());
    }

    @POST
    @Path("place")
    @RequiresPermission(SlotLinks.MAY_EDIT)
    public Response given(@Context Visit visit, @PathParam("id") long id, MultivaluedMap<String, String> sent) {
        Template template = slots.get(id);
        Typed typed = Typed.of(sent);
        try {
            var draft = new FixedPlaceDraft(typed.text("skill"), typed.date("from"), typed.date("to"));
            PersonSought sought = PersonSought.of(members, typed);
            if (sought.id() == null) {
                Form form = Form.of(visit, typed.values());
                return Response.ok(give(visit, form, template, sought.choices()))
                        .build();
            }
            places.give(id, sought.id(), draft, visit.actor());
            return SlotLinks.done(id, "shifts.done.place-given");
        } catch (Problem problem) {
            return SlotLinks.refused(give(visit, Form.refused(visit, typed.values(), problem), template, List.of()));
        }
    }

    private Page give(Visit visit, Form form, Template template, List<Choice> candidates) {
        List<Choice> kinds = template.skills().stream()
                .map(skill -> Objects.toString(skill, ""))
                .distinct()
                .map(skill -> new Choice(skill, SlotWords.skill(visit, skill.isEmpty() ? null : skill)))
                .toList();
        return Page.narrow(Text.of("shifts.place.give"), templates.placeForm(visit, form, template, kinds, candidates))
                .below(SlotLinks.above(), SlotLinks.above(template))
                .withHelp("shifts/slots");
    }

    @GET
    @Path("places/{place: \\d+}/end")
    @RequiresPermission(SlotLinks.MAY_EDIT)
    public Page end(@Context Visit visit, @PathParam("id") long id, @PathParam("place") long place) {
        Map<String, String> values = Map.of("on", visit.today().toString());
        return end(visit, Form.of(visit, values), slots.get(id), place(id, place));
    }

    @POST
    @Path("places/{place: \\d+}/end")
    @RequiresPermission(SlotLinks.MAY_EDIT)
    public Response ended(
            @Context Visit visit,
            @PathParam("id") long id,
            @PathParam("place") long place,
            MultivaluedMap<String, String> sent) {
        Template template = slots.get(id);
        FixedPlace there = place(id, place);
        Typed typed = Typed.of(sent);
        try {
            places.end(place, SlotChangePages.day(typed, "on"), visit.actor());
            return SlotLinks.done(id, "shifts.done.place-ended");
        } catch (Problem problem) {
            return SlotLinks.refused(end(visit, Form.refused(visit, typed.values(), problem), template, there));
        }
    }

    private FixedPlace place(long templateId, long placeId) {
        return places.on(templateId).stream()
                .filter(place -> place.id() == placeId)
                .findFirst()
                .orElseThrow(() -> new NotFound(Text.of("shifts.place.unknown")));
    }

    private Page end(Visit visit, Form form, Template template, FixedPlace place) {
        Member member = members.get(place.memberId());
        return Page.narrow(Text.of("shifts.place.end"), templates.placeEnd(visit, form, template, place, member))
                .below(SlotLinks.above(), SlotLinks.above(template))
                .withHelp("shifts/slots");
    }
}
