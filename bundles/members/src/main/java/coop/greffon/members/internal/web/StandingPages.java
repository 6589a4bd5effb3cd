package coop.greffon.members.internal.web;

import static coop.greffon.members.internal.web.RecordLinks.done;
import static coop.greffon.members.internal.web.RecordLinks.list;
import static coop.greffon.members.internal.web.RecordLinks.record;
import static coop.greffon.members.internal.web.RecordLinks.refused;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.Problem;
import coop.greffon.members.Member;
import coop.greffon.members.MemberStatus;
import coop.greffon.members.Members;
import coop.greffon.members.StatusDraft;
import coop.greffon.members.internal.view.StaticTemplates;
import coop.greffon.members.internal.view.Templates;
import coop.greffon.web.Page;
import coop.greffon.web.RequiresPermission;
import coop.greffon.web.Visit;
import coop.greffon.web.WebResource;
import coop.greffon.web.form.Choice;
import coop.greffon.web.form.Form;
import coop.greffon.web.form.Typed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
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

/** How somebody stands with the co-op: changes of status, and leaving. */
@Component(service = WebResource.class)
@Path("/members")
public final class StandingPages implements WebResource {
    private final Templates templates = new StaticTemplates();
    private final Members members;

    @Activate
    public StandingPages(@Reference Members members) {
        this.members = members;
    }

    @GET
    @Path("{id: \\d+}/status")
    @RequiresPermission(RecordPages.EDIT)
    public Page status(@Context Visit visit, @PathParam("id") long id) {
        Member member = members.get(id);
        Map<String, String> values = new HashMap<>();
        values.put(
                "status",
                member.status() == null
                        ? MemberStatus.MEMBER.name()
                        : member.status().name());
        values.put("on", visit.today().toString());
        return statusPage(visit, Form.of(visit, values), member);
    }

    @POST
    @Path("{id: \\d+}/status")
    @RequiresPermission(RecordPages.EDIT)
    public Response changeStatus(@Context Visit visit, @PathParam("id") long id, MultivaluedMap<String, String> sent) {
        Typed typed = Typed.of(sent);
        try {
            var change =
                    new StatusDraft(typed.one("status", MemberStatus.class), typed.date("on"), typed.text("reason"));
            typed.insist();
            members.changeStatus(id, change, visit.actor());
            return done(id, "members.done.status");
        } catch (Problem problem) {
            return refused(statusPage(visit, Form.refused(visit, typed.values(), problem), members.get(id)));
        }
    }

    private Page statusPage(Visit visit, Form form, Member member) {
        var content = templates.statusForm(visit, form, member, statuses(visit, false));
        return Page.narrow(Text.of("members.status.title"), content)
                .below(list(), record(member))
                .withHelp("members/record");
    }

    static List<Choice> statuses(Visit visit, boolean orNone) {
        List<Choice> choices = new ArrayList<>();
        if (orNone) {
            choices.add(new Choice("", visit.t("members.standing.NONE")));
        }
        Arrays.stream(MemberStatus.values())
                .forEach(status -> choices.add(new Choice(status.name(), visit.t("members.standing." + status))));
        return choices;
    }

    /** What has to be settled first, and the form where nothing has. */
    @GET
    @Path("{id: \\d+}/resign")
    @RequiresPermission(RecordPages.EDIT)
    public Page resign(@Context Visit visit, @PathParam("id") long id) {
        Map<String, String> values = Map.of("on", visit.today().toString());
        return resignPage(visit, Form.of(visit, values), members.get(id));
    }

    @POST
    @Path("{id: \\d+}/resign")
    @RequiresPermission(RecordPages.EDIT)
    public Response leave(@Context Visit visit, @PathParam("id") long id, MultivaluedMap<String, String> sent) {
        Typed typed = Typed.of(sent);
        try {
            var departure = new StatusDraft(MemberStatus.FORMER, typed.date("on"), typed.text("reason"));
            typed.insist();
            members.changeStatus(id, departure, visit.actor());
            return done(id, "members.done.resigned");
        } catch (Problem problem) {
            return refused(resignPage(visit, Form.refused(visit, typed.values(), problem), members.get(id)));
        }
    }

    private Page resignPage(Visit visit, Form form, Member member) {
        List<Text> unsettled = members.unsettled(member.id(), visit.today());
        return Page.narrow(Text.of("members.resign.title"), templates.resignForm(visit, form, member, unsettled))
                .below(list(), record(member))
                .withHelp("members/leaving");
    }
}
