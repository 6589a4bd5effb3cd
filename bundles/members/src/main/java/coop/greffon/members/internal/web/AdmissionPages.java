package coop.greffon.members.internal.web;

import static coop.greffon.members.internal.web.RecordLinks.done;
import static coop.greffon.members.internal.web.RecordLinks.list;
import static coop.greffon.members.internal.web.RecordLinks.record;
import static coop.greffon.members.internal.web.RecordLinks.refused;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.Problem;
import coop.greffon.members.Member;
import coop.greffon.members.Members;
import coop.greffon.members.admission.Admission;
import coop.greffon.members.admission.OverrideDraft;
import coop.greffon.members.admission.Verdict;
import coop.greffon.members.internal.view.StaticTemplates;
import coop.greffon.members.internal.view.Templates;
import coop.greffon.web.Page;
import coop.greffon.web.RequiresPermission;
import coop.greffon.web.Visit;
import coop.greffon.web.WebResource;
import coop.greffon.web.form.Choice;
import coop.greffon.web.form.Form;
import coop.greffon.web.form.Typed;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.FormParam;
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

/** Whether somebody may shop: what staff decide, and what they can do about a reason. */
@Component(service = WebResource.class)
@Path("/members/{id: \\d+}/admission")
public final class AdmissionPages implements WebResource {
    static final String DECIDE = "members.admission.decide";
    private static final int USUAL_DAYS = 7;

    private final Templates templates = new StaticTemplates();
    private final Members members;
    private final Admission admission;

    @Activate
    public AdmissionPages(@Reference Members members, @Reference Admission admission) {
        this.members = members;
        this.admission = admission;
    }

    @GET
    @RequiresPermission(DECIDE)
    public Page form(@Context Visit visit, @PathParam("id") long id) {
        Map<String, String> values = new HashMap<>();
        values.put("verdict", Verdict.ALLOW.name());
        values.put("until", visit.today().plusDays(USUAL_DAYS).toString());
        return page(visit, Form.of(visit, values), members.get(id));
    }

    @POST
    @RequiresPermission(DECIDE)
    public Response decide(@Context Visit visit, @PathParam("id") long id, MultivaluedMap<String, String> sent) {
        Typed typed = Typed.of(sent);
        try {
            LocalDate lastDay = typed.date("until");
            var draft =
                    new OverrideDraft(typed.one("verdict", Verdict.class), typed.text("reason"), endOf(visit, lastDay));
            typed.insist();
            admission.override(id, draft, visit.actor());
            return done(id, "members.done.decided");
        } catch (Problem problem) {
            return refused(page(visit, Form.refused(visit, typed.values(), problem), members.get(id)));
        }
    }

    /** A decision holds to the end of its last day, where the co-op is. */
    private static Instant endOf(Visit visit, LocalDate lastDay) {
        return lastDay == null
                ? null
                : lastDay.plusDays(1).atStartOfDay(visit.zone()).toInstant();
    }

    @POST
    @Path("end")
    @RequiresPermission(DECIDE)
    public Response end(@Context Visit visit, @PathParam("id") long id) {
        admission.endOverride(id, visit.actor());
        return done(id, "members.done.decision-ended");
    }

    /** Carries out what a rule offers, where the visitor has the permission that it asks for. */
    @POST
    @Path("act")
    @RequiresPermission(MemberPages.FIND)
    public Response act(
            @Context Visit visit,
            @PathParam("id") long id,
            @FormParam("module") @DefaultValue("") String module,
            @FormParam("action") @DefaultValue("") String action) {
        admission.act(id, module, action, visit::require, visit.actor());
        return done(id, "members.done.acted");
    }

    private Page page(Visit visit, Form form, Member member) {
        List<Choice> verdicts = Arrays.stream(Verdict.values())
                .map(verdict -> new Choice(verdict.name(), visit.t("members.verdict." + verdict)))
                .toList();
        return Page.narrow(
                        Text.of("members.admission.decide-title"),
                        templates.admissionForm(visit, form, member, verdicts))
                .below(list(), record(member))
                .withHelp("members/admission");
    }
}
