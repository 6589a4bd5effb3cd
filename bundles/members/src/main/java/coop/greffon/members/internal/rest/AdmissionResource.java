package coop.greffon.members.internal.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import coop.greffon.members.admission.Admission;
import coop.greffon.members.admission.Decision;
import coop.greffon.members.admission.Finding;
import coop.greffon.members.admission.OverrideDraft;
import coop.greffon.members.admission.Remedy;
import coop.greffon.members.admission.Verdict;
import coop.greffon.web.RequiresPermission;
import coop.greffon.web.Visit;
import coop.greffon.web.WebResource;
import coop.greffon.web.rest.Sent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who may shop, for programs. */
@Component(service = WebResource.class)
@Path("/api/members/v1/members/{id}/admission")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class AdmissionResource implements WebResource {
    static final String DECIDE = "members.admission.decide";

    private final Admission admission;

    @Activate
    public AdmissionResource(@Reference Admission admission) {
        this.admission = admission;
    }

    /** A decision in the reader's language. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Answer(Verdict verdict, List<Reason> reasons, Decision.Override override) {}

    /**
     * A reason in the reader's language.
     *
     * @param key its message key, which does not depend on the language
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Reason(
            String module, Verdict verdict, String key, String text, LocalDate until, String remedy, Action action) {}

    /** What can be done at once. */
    public record Action(String id, String label) {}

    /** May this person shop now? With {@code card}, the card that was shown counts too. */
    @GET
    @RequiresPermission(MembersResource.FIND)
    public Answer decide(
            @Context Visit visit,
            @PathParam("id") long id,
            @QueryParam("card") String card,
            @QueryParam("at") Instant at) {
        return answer(visit, admission.decide(id, card, at == null ? visit.now() : at));
    }

    private static Answer answer(Visit visit, Decision decision) {
        return new Answer(
                decision.verdict(),
                decision.reasons().stream()
                        .map(reason -> reason(visit, reason.module(), reason.finding()))
                        .toList(),
                decision.override());
    }

    private static Reason reason(Visit visit, String module, Finding finding) {
        Remedy remedy = finding.remedy();
        Remedy.Action action = remedy == null ? null : remedy.action();
        return new Reason(
                module,
                finding.verdict(),
                finding.reason().key(),
                visit.t(finding.reason()),
                finding.until(),
                remedy == null ? null : visit.t(remedy.text()),
                action == null ? null : new Action(action.id(), visit.t(action.label())));
    }

    @POST
    @Path("override")
    @RequiresPermission(DECIDE)
    public Answer override(@Context Visit visit, @PathParam("id") long id, OverrideDraft draft) {
        admission.override(id, Sent.body(draft), visit.actor());
        return answer(visit, admission.decide(id, visit.now()));
    }

    @DELETE
    @Path("override")
    @RequiresPermission(DECIDE)
    public Answer endOverride(@Context Visit visit, @PathParam("id") long id) {
        admission.endOverride(id, visit.actor());
        return answer(visit, admission.decide(id, visit.now()));
    }

    /** Carries out the action of a remedy, where the caller has the permission that the action asks for. */
    @POST
    @Path("actions/{module}/{action}")
    @RequiresPermission(MembersResource.FIND)
    public Answer act(
            @Context Visit visit,
            @PathParam("id") long id,
            @PathParam("module") String module,
            @PathParam("action") String action) {
        admission.act(id, module, action, visit::require, visit.actor());
        return answer(visit, admission.decide(id, visit.now()));
    }
}
