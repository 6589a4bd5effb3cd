package coop.greffon.shifts.internal.web.slot;

import coop.greffon.core.audit.Audit;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.Problem;
import coop.greffon.members.MemberSummary;
import coop.greffon.members.Members;
import coop.greffon.shifts.internal.rules.Unit;
import coop.greffon.shifts.internal.store.slot.FixedPlace;
import coop.greffon.shifts.internal.store.slot.JpaFixedPlaces;
import coop.greffon.shifts.internal.store.slot.JpaTemplates;
import coop.greffon.shifts.internal.store.slot.ListedShift;
import coop.greffon.shifts.internal.store.slot.SlotOutlook;
import coop.greffon.shifts.internal.store.slot.SlotOutlook.Touched;
import coop.greffon.shifts.internal.store.slot.Template;
import coop.greffon.shifts.internal.view.StaticTemplates;
import coop.greffon.shifts.internal.view.Templates;
import coop.greffon.shifts.internal.words.SlotWords;
import coop.greffon.web.Page;
import coop.greffon.web.RequiresPermission;
import coop.greffon.web.Visit;
import coop.greffon.web.WebResource;
import coop.greffon.web.form.Form;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** One slot that comes back: what it says, who has a place, what is to come, what happened to it. */
@Component(service = WebResource.class)
@Path("/shifts/slots/{id: \\d+}")
public final class SlotPages implements WebResource {
    private static final int NEXT = 6;
    private static final LocalDate LONG_AGO = LocalDate.of(1900, 1, 1);

    private final Templates templates = new StaticTemplates();
    private final JpaTemplates slots;
    private final JpaFixedPlaces places;
    private final SlotOutlook outlook;
    private final SlotForm form;
    private final Members members;
    private final Audit audit;

    @Activate
    public SlotPages(
            @Reference JpaTemplates slots,
            @Reference JpaFixedPlaces places,
            @Reference SlotOutlook outlook,
            @Reference SlotForm form,
            @Reference Members members,
            @Reference Audit audit) {
        this.slots = slots;
        this.places = places;
        this.outlook = outlook;
        this.form = form;
        this.members = members;
        this.audit = audit;
    }

    /**
     * What the page shows.
     *
     * @param unit what a shift is counted in
     * @param places those that hold or will, by their seats
     * @param over those that ended
     * @param next the first shifts to come
     */
    public record SlotView(
            Template template, Unit unit, List<NamedPlace> places, List<NamedPlace> over, List<ListedShift> next) {}

    /**
     * A fixed place and whose it is.
     *
     * @param skill what its seat asks for, null for nothing
     */
    public record NamedPlace(FixedPlace place, String name, String skill) {
        boolean isOver(LocalDate today) {
            return place.to() != null && place.to().isBefore(today);
        }
    }

    @GET
    @RequiresPermission(SlotLinks.MAY_LIST)
    public Page show(@Context Visit visit, @PathParam("id") long id) {
        Template template = slots.get(id);
        List<NamedPlace> named = named(template);
        var view = new SlotView(
                template,
                form.unit(visit.today()),
                named.stream().filter(place -> !place.isOver(visit.today())).toList(),
                named.stream().filter(place -> place.isOver(visit.today())).toList(),
                outlook.next(id, NEXT));
        return Page.of(SlotWords.title(template), templates.slot(visit, view))
                .below(SlotLinks.above())
                .withHelp("shifts/slots");
    }

    private List<NamedPlace> named(Template template) {
        List<FixedPlace> found = places.on(template.id());
        Map<Long, MemberSummary> names = members.summaries(
                found.stream().map(FixedPlace::memberId).distinct().toList());
        return found.stream()
                .map(place -> new NamedPlace(
                        place,
                        names.containsKey(place.memberId())
                                ? names.get(place.memberId()).name()
                                : "",
                        place.position() < template.seats() ? template.skills().get(place.position()) : null))
                .toList();
    }

    @GET
    @Path("history")
    @RequiresPermission(SlotLinks.MAY_LIST)
    public Page history(@Context Visit visit, @PathParam("id") long id) {
        Template template = slots.get(id);
        var changes = audit.history(JpaTemplates.RECORD, Long.toString(id));
        return Page.of(Text.of("shifts.slot.history"), templates.slotHistory(visit, changes, form.unit(visit.today())))
                .below(SlotLinks.above(), SlotLinks.above(template))
                .withHelp("shifts/slots");
    }

    @GET
    @Path("remove")
    @RequiresPermission(SlotLinks.MAY_EDIT)
    public Page remove(@Context Visit visit, @PathParam("id") long id) {
        return remove(visit, Form.of(visit, Map.of()), slots.get(id));
    }

    @POST
    @Path("remove")
    @RequiresPermission(SlotLinks.MAY_EDIT)
    public Response removed(@Context Visit visit, @PathParam("id") long id) {
        try {
            slots.remove(id, visit.actor());
            return Response.seeOther(URI.create(SlotLinks.LIST + "?done=shifts.done.slot-removed"))
                    .build();
        } catch (Problem problem) {
            return SlotLinks.refused(remove(visit, Form.refused(visit, Map.of(), problem), slots.get(id)));
        }
    }

    private Page remove(Visit visit, Form asked, Template template) {
        Touched touched = outlook.after(template.id(), LONG_AGO);
        return Page.narrow(Text.of("shifts.slot.remove"), templates.slotRemove(visit, asked, template, touched))
                .below(SlotLinks.above(), SlotLinks.above(template))
                .withHelp("shifts/slots");
    }
}
