package coop.greffon.shifts.internal.web.slot;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.problem.Problem;
import coop.greffon.core.problem.StaleEdit;
import coop.greffon.shifts.internal.store.slot.JpaTemplates;
import coop.greffon.shifts.internal.store.slot.SlotOutlook;
import coop.greffon.shifts.internal.store.slot.SlotOutlook.Touched;
import coop.greffon.shifts.internal.store.slot.Template;
import coop.greffon.shifts.internal.store.slot.TemplateDraft;
import coop.greffon.shifts.internal.view.StaticTemplates;
import coop.greffon.shifts.internal.view.Templates;
import coop.greffon.web.Page;
import coop.greffon.web.RequiresPermission;
import coop.greffon.web.Visit;
import coop.greffon.web.WebResource;
import coop.greffon.web.form.Form;
import coop.greffon.web.form.Typed;
import gg.jte.Content;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
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

/** A slot changed, or given a last day. */
@Component(service = WebResource.class)
@Path("/shifts/slots/{id: \\d+}")
public final class SlotChangePages implements WebResource {
    private static final String REVISION = "revision";
    private static final String CONFIRMED = "confirmed";

    private final Templates templates = new StaticTemplates();
    private final JpaTemplates slots;
    private final SlotOutlook outlook;
    private final SlotForm form;

    @Activate
    public SlotChangePages(@Reference JpaTemplates slots, @Reference SlotOutlook outlook, @Reference SlotForm form) {
        this.slots = slots;
        this.outlook = outlook;
        this.form = form;
    }

    @GET
    @Path("edit")
    @RequiresPermission(SlotLinks.MAY_EDIT)
    public Page edit(@Context Visit visit, @PathParam("id") long id) {
        Template template = slots.get(id);
        return edit(visit, Form.of(visit, form.values(visit, template)), template, null);
    }

    @POST
    @Path("edit")
    @RequiresPermission(SlotLinks.MAY_EDIT)
    public Response change(@Context Visit visit, @PathParam("id") long id, MultivaluedMap<String, String> sent) {
        Template template = slots.get(id);
        Typed typed = Typed.of(sent);
        try {
            Long revision = typed.whole(REVISION);
            TemplateDraft draft = form.read(visit, typed);
            slots.change(id, revision == null ? -1 : revision, draft, visit.actor());
            return SlotLinks.done(id, "shifts.done.slot-changed");
        } catch (StaleEdit stale) {
            // Whoever saves again has read what changed meanwhile.
            Map<String, String> values = new HashMap<>(typed.values());
            values.put(REVISION, Long.toString(slots.get(id).revision()));
            Content changes = form.changes(visit, stale, typed);
            return Response.status(SlotLinks.CONFLICT)
                    .entity(edit(visit, Form.of(visit, values), template, changes))
                    .build();
        } catch (Problem problem) {
            return SlotLinks.refused(edit(visit, Form.refused(visit, typed.values(), problem), template, null));
        }
    }

    private Page edit(Visit visit, Form values, Template template, Content changes) {
        Content content = form.content(visit, values, SlotLinks.path(template.id()), changes);
        return Page.narrow(Text.of("shifts.slot.edit"), content)
                .below(SlotLinks.above(), SlotLinks.above(template))
                .withHelp("shifts/slots");
    }

    @GET
    @Path("end")
    @RequiresPermission(SlotLinks.MAY_EDIT)
    public Page end(@Context Visit visit, @PathParam("id") long id) {
        Map<String, String> values = Map.of("on", visit.today().toString());
        return end(visit, Form.of(visit, values), slots.get(id));
    }

    /** Says first what the day means for shifts and people, and ends once that is confirmed. */
    @POST
    @Path("end")
    @RequiresPermission(SlotLinks.MAY_EDIT)
    public Response ended(@Context Visit visit, @PathParam("id") long id, MultivaluedMap<String, String> sent) {
        Template template = slots.get(id);
        Typed typed = Typed.of(sent);
        try {
            LocalDate on = day(typed, "on");
            Touched touched = outlook.after(id, on);
            LocalDate from = template.recurrence().from();
            if (on.isBefore(from)) {
                throw new InvalidInput(FieldError.of("on", on, Text.of("shifts.leave.order", from)));
            }
            if (touched.shifts() == 0 || typed.text(CONFIRMED) != null) {
                slots.end(id, on, visit.actor());
                return SlotLinks.done(id, "shifts.done.slot-ended");
            }
            Content question = templates.slotEndConfirm(visit, template, on, touched);
            return Response.ok(endPage(template, question)).build();
        } catch (Problem problem) {
            return SlotLinks.refused(end(visit, Form.refused(visit, typed.values(), problem), template));
        }
    }

    private Page end(Visit visit, Form values, Template template) {
        return endPage(template, templates.slotEnd(visit, values, template));
    }

    private static Page endPage(Template template, Content content) {
        return Page.narrow(Text.of("shifts.slot.end"), content)
                .below(SlotLinks.above(), SlotLinks.above(template))
                .withHelp("shifts/slots");
    }

    /** A day that must be typed. */
    static LocalDate day(Typed typed, String field) {
        LocalDate day = typed.date(field);
        typed.insist();
        if (day == null) {
            throw new InvalidInput(FieldError.of(field, null, Text.of("core.validation.NotNull")));
        }
        return day;
    }
}
