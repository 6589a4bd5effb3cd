package coop.greffon.shifts.internal.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import coop.greffon.shifts.internal.rules.Track;
import coop.greffon.shifts.internal.rules.Unit;
import coop.greffon.shifts.internal.setting.RulesInForce;
import coop.greffon.shifts.internal.store.slot.FixedPlace;
import coop.greffon.shifts.internal.store.slot.FixedPlaceDraft;
import coop.greffon.shifts.internal.store.slot.JpaFixedPlaces;
import coop.greffon.shifts.internal.store.slot.JpaTemplates;
import coop.greffon.shifts.internal.store.slot.Template;
import coop.greffon.shifts.internal.store.slot.TemplateDraft;
import coop.greffon.shifts.internal.words.Hours;
import coop.greffon.web.RequiresPermission;
import coop.greffon.web.Visit;
import coop.greffon.web.WebResource;
import coop.greffon.web.rest.Sent;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.validation.constraints.NotNull;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Slots that come back and the fixed places on them, for programs. */
@Component(service = WebResource.class)
@Path("/api/shifts/v1/templates")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class TemplatesResource implements WebResource {
    static final String LIST = "shifts.template.list";
    static final String EDIT = "shifts.template.edit";

    private final JpaTemplates templates;
    private final JpaFixedPlaces places;
    private final RulesInForce rules;

    @Activate
    public TemplatesResource(
            @Reference JpaTemplates templates, @Reference JpaFixedPlaces places, @Reference RulesInForce rules) {
        this.templates = templates;
        this.places = places;
        this.rules = rules;
    }

    /**
     * A slot that comes back.
     *
     * @param week of the cycle, from 1; null for every week
     * @param ends not after the start, it is that of the next day
     * @param worth what a shift counts, minutes or hundredths of a shift, as {@code unit} says
     * @param leaders how many seats are for somebody who leads
     * @param wanted how many others ask for what
     * @param to the last day, null where it goes on
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record SlotTemplate(
            long id,
            long revision,
            String job,
            Integer week,
            DayOfWeek weekday,
            String starts,
            String ends,
            Unit unit,
            long worth,
            int minimum,
            int seats,
            int leaders,
            Map<String, Integer> wanted,
            LocalDate from,
            LocalDate to) {}

    /**
     * A slot that is to come back; what each field takes, {@link TemplateDraft} says.
     *
     * @param starts by the clock on the wall, such as {@code 09:30}
     * @param ends not after the start, it is that of the next day
     * @param requestKey the same as the {@code Idempotency-Key}, where that is not sent
     */
    public record SlotTemplateDraft(
            @NotNull String job,
            Integer week,
            @NotNull DayOfWeek weekday,
            @NotNull String starts,
            @NotNull String ends,
            @NotNull Long worth,
            @NotNull Integer minimum,
            @NotNull Integer seats,
            @NotNull Integer leaders,
            Map<String, Integer> wanted,
            @NotNull LocalDate from,
            LocalDate to,
            String requestKey) {}

    /** A last day. */
    public record LastDay(LocalDate on) {}

    /**
     * That somebody is to have a place.
     *
     * @param memberId whose it is
     * @param skill what the seat asks for, {@code leader} for whoever leads; null for nothing
     * @param to its last day, null where it goes on
     */
    public record PlaceDraft(Long memberId, String skill, LocalDate from, LocalDate to) {}

    private static TemplateDraft draft(SlotTemplateDraft sent) {
        return new TemplateDraft(
                sent.job(),
                sent.week(),
                sent.weekday(),
                Hours.read("starts", sent.starts()),
                Hours.read("ends", sent.ends()),
                sent.worth(),
                sent.minimum(),
                sent.seats(),
                sent.leaders(),
                sent.wanted(),
                sent.from(),
                sent.to(),
                sent.requestKey());
    }

    private SlotTemplate shown(Visit visit, Template template) {
        var recurrence = template.recurrence();
        return new SlotTemplate(
                template.id(),
                template.revision(),
                template.job(),
                recurrence.week(),
                recurrence.weekday(),
                recurrence.starts().toString(),
                recurrence.ends().toString(),
                rules.of(Track.FIXED).on(visit.today()).unit(),
                template.worth(),
                template.minimum(),
                template.seats(),
                template.leaders(),
                template.wanted(),
                recurrence.from(),
                recurrence.to());
    }

    private Response answer(Visit visit, Template template) {
        return Response.ok(shown(visit, template))
                .tag(Long.toString(template.revision()))
                .build();
    }

    /** All of them, those that ended among them. */
    @GET
    @RequiresPermission(LIST)
    public List<SlotTemplate> list(@Context Visit visit) {
        return templates.all().stream().map(template -> shown(visit, template)).toList();
    }

    /** Has a slot come back; sent again with the same {@code Idempotency-Key}, it gives the first answer again. */
    @POST
    @RequiresPermission(EDIT)
    public Response add(
            @Context Visit visit, @HeaderParam("Idempotency-Key") String requestKey, SlotTemplateDraft sent) {
        TemplateDraft asked = draft(Sent.body(sent));
        Template added = templates.add(requestKey == null ? asked : asked.under(requestKey), visit.actor());
        return Response.created(URI.create("/api/shifts/v1/templates/" + added.id()))
                .tag(Long.toString(added.revision()))
                .entity(shown(visit, added))
                .build();
    }

    @GET
    @Path("{id}")
    @RequiresPermission(LIST)
    public Response show(@Context Visit visit, @PathParam("id") long id) {
        return answer(visit, templates.get(id));
    }

    /** Changes a slot and its shifts to come; {@code If-Match} names the revision that was read. */
    @PUT
    @Path("{id}")
    @RequiresPermission(EDIT)
    public Response change(
            @Context Visit visit,
            @PathParam("id") long id,
            @HeaderParam("If-Match") String ifMatch,
            SlotTemplateDraft sent) {
        TemplateDraft asked = draft(Sent.body(sent));
        return answer(visit, templates.change(id, Sent.revision(ifMatch), asked, visit.actor()));
    }

    /** Gives a slot its last day; asked again for the same, nothing changes. */
    @POST
    @Path("{id}/end")
    @RequiresPermission(EDIT)
    public Response end(@Context Visit visit, @PathParam("id") long id, LastDay last) {
        templates.end(id, Sent.required("on", Sent.body(last).on()), visit.actor());
        return answer(visit, templates.get(id));
    }

    /** Removes a slot that nothing ever happened on. */
    @DELETE
    @Path("{id}")
    @RequiresPermission(EDIT)
    public void remove(@Context Visit visit, @PathParam("id") long id) {
        templates.remove(id, visit.actor());
    }

    /** The fixed places on a slot, those that ended among them. */
    @GET
    @Path("{id}/places")
    @RequiresPermission(LIST)
    public List<FixedPlace> places(@PathParam("id") long id) {
        return places.on(templates.get(id).id());
    }

    /** Gives somebody a fixed place; asked again for the same, nothing changes. */
    @POST
    @Path("{id}/places")
    @RequiresPermission(EDIT)
    public List<FixedPlace> give(@Context Visit visit, @PathParam("id") long id, PlaceDraft draft) {
        PlaceDraft asked = Sent.body(draft);
        long member = Sent.required("memberId", asked.memberId());
        places.give(id, member, new FixedPlaceDraft(asked.skill(), asked.from(), asked.to()), visit.actor());
        return places.on(id);
    }
}
