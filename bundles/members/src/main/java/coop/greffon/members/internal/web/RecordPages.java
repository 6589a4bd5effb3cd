package coop.greffon.members.internal.web;

import coop.greffon.core.audit.Audit;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.Problem;
import coop.greffon.core.problem.StaleEdit;
import coop.greffon.members.Member;
import coop.greffon.members.MemberDraft;
import coop.greffon.members.MemberKind;
import coop.greffon.members.MemberStatus;
import coop.greffon.members.Members;
import coop.greffon.members.StatusDraft;
import coop.greffon.members.internal.view.StaticTemplates;
import coop.greffon.members.internal.view.Templates;
import coop.greffon.web.Page;
import coop.greffon.web.Page.Crumb;
import coop.greffon.web.RequiresPermission;
import coop.greffon.web.Visit;
import coop.greffon.web.WebResource;
import coop.greffon.web.form.Choice;
import coop.greffon.web.form.Form;
import coop.greffon.web.form.Typed;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.ws.rs.DefaultValue;
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

/** One member: seen, added, corrected, its status and its history. */
@Component(service = WebResource.class)
@Path("/members")
public final class RecordPages implements WebResource {
    static final String EDIT = "members.member.edit";
    static final String RECORD = "members.member";

    private static final int UNPROCESSABLE = 422;
    private static final int CONFLICT = 409;
    private static final String REVISION = "revision";

    private final Templates templates = new StaticTemplates();
    private final Members members;
    private final Audit audit;

    @Activate
    public RecordPages(@Reference Members members, @Reference Audit audit) {
        this.members = members;
        this.audit = audit;
    }

    @GET
    @Path("{id: \\d+}")
    @RequiresPermission(MemberPages.LIST)
    public Page show(@Context Visit visit, @PathParam("id") long id) {
        Member member = members.get(id);
        return Page.bare(
                Text.of("members.record.title", member.name()),
                templates.member(visit, member, members.statuses(id), visit.may(EDIT)));
    }

    @GET
    @Path("{id: \\d+}/history")
    @RequiresPermission(MemberPages.LIST)
    public Page history(@Context Visit visit, @PathParam("id") long id) {
        Member member = members.get(id);
        return Page.of(
                        Text.of("members.history.title"),
                        templates.history(visit, audit.history(RECORD, Long.toString(id))))
                .below(list(), record(member));
    }

    @GET
    @Path("new")
    @RequiresPermission(EDIT)
    public Page add(@Context Visit visit, @QueryParam("kind") @DefaultValue("PERSON") MemberKind kind) {
        Map<String, String> values = new HashMap<>();
        values.put(MemberForm.NEW + "kind", kind.name());
        values.put("statuses[0].status", kind == MemberKind.PERSON ? MemberStatus.CANDIDATE.name() : "");
        values.put("statuses[0].on", visit.today().toString());
        return addPage(visit, Form.of(visit, values), kind, 0, 0, 0);
    }

    @POST
    @Path("new")
    @RequiresPermission(EDIT)
    public Response create(@Context Visit visit, MultivaluedMap<String, String> sent) {
        Typed typed = Typed.of(sent);
        try {
            Member created = members.create(MemberForm.newMember(typed), typed.text("request"), visit.actor());
            return done(created.id(), "members.done.created");
        } catch (Problem problem) {
            MemberKind kind = "ORGANISATION".equals(typed.text(MemberForm.NEW + "kind"))
                    ? MemberKind.ORGANISATION
                    : MemberKind.PERSON;
            Page page = addPage(
                    visit,
                    Form.refused(visit, typed.values(), problem),
                    kind,
                    typed.rows(MemberForm.NEW + "mails") - 1,
                    typed.rows(MemberForm.NEW + "phones") - 1,
                    typed.rows(MemberForm.NEW + "addresses") - 1);
            return Response.status(UNPROCESSABLE).entity(page).build();
        }
    }

    @GET
    @Path("{id: \\d+}/edit")
    @RequiresPermission(EDIT)
    public Page edit(@Context Visit visit, @PathParam("id") long id) {
        Member member = members.get(id);
        MemberDraft details = member.details();
        Map<String, String> values = MemberForm.values(details, "");
        values.put(REVISION, Long.toString(member.revision()));
        return editPage(
                visit,
                Form.of(visit, values),
                member,
                details.mails().size(),
                details.phones().size(),
                details.addresses().size());
    }

    @POST
    @Path("{id: \\d+}/edit")
    @RequiresPermission(EDIT)
    public Response change(@Context Visit visit, @PathParam("id") long id, MultivaluedMap<String, String> sent) {
        Typed typed = Typed.of(sent);
        try {
            MemberDraft draft = MemberForm.draft(typed, "");
            Long revision = typed.whole(REVISION);
            typed.insist();
            members.change(id, revision == null ? -1 : revision, draft, visit.actor());
            return done(id, "members.done.changed");
        } catch (Problem problem) {
            Member now = members.get(id);
            Map<String, String> values = new HashMap<>(typed.values());
            // Whoever saves again has read what changed meanwhile: the summary says it.
            values.put(REVISION, Long.toString(now.revision()));
            Page page = editPage(
                    visit,
                    Form.refused(visit, values, problem),
                    now,
                    typed.rows("mails") - 1,
                    typed.rows("phones") - 1,
                    typed.rows("addresses") - 1);
            return Response.status(problem instanceof StaleEdit ? CONFLICT : UNPROCESSABLE)
                    .entity(page)
                    .build();
        }
    }

    @GET
    @Path("{id: \\d+}/status")
    @RequiresPermission(EDIT)
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
    @RequiresPermission(EDIT)
    public Response changeStatus(@Context Visit visit, @PathParam("id") long id, MultivaluedMap<String, String> sent) {
        Typed typed = Typed.of(sent);
        try {
            var change =
                    new StatusDraft(typed.one("status", MemberStatus.class), typed.date("on"), typed.text("reason"));
            typed.insist();
            members.changeStatus(id, change, visit.actor());
            return done(id, "members.done.status");
        } catch (Problem problem) {
            Page page = statusPage(visit, Form.refused(visit, typed.values(), problem), members.get(id));
            return Response.status(UNPROCESSABLE).entity(page).build();
        }
    }

    private Page addPage(Visit visit, Form form, MemberKind kind, int mails, int phones, int addresses) {
        String title = kind == MemberKind.PERSON ? "members.add.title" : "members.add.title-organisation";
        var content = templates.memberForm(
                visit, form, MemberForm.NEW, kind, mails, phones, addresses, statuses(visit, true), "/members");
        return Page.narrow(Text.of(title), content).below(list()).withHelp("members/record");
    }

    private Page editPage(Visit visit, Form form, Member member, int mails, int phones, int addresses) {
        var content = templates.memberForm(
                visit,
                form,
                "",
                member.details().kind(),
                mails,
                phones,
                addresses,
                List.of(),
                "/members/" + member.id());
        return Page.narrow(Text.of("members.edit.title"), content)
                .below(list(), record(member))
                .withHelp("members/record");
    }

    private Page statusPage(Visit visit, Form form, Member member) {
        var content = templates.statusForm(visit, form, member, statuses(visit, false));
        return Page.narrow(Text.of("members.status.title"), content).below(list(), record(member));
    }

    private static List<Choice> statuses(Visit visit, boolean orNone) {
        List<Choice> choices = new ArrayList<>();
        if (orNone) {
            choices.add(new Choice("", visit.t("members.standing.NONE")));
        }
        Arrays.stream(MemberStatus.values())
                .forEach(status -> choices.add(new Choice(status.name(), visit.t("members.standing." + status))));
        return choices;
    }

    private static Crumb list() {
        return new Crumb(Text.of("members.list.title"), "/members");
    }

    private static Crumb record(Member member) {
        return new Crumb(Text.of("members.record.title", member.name()), "/members/" + member.id());
    }

    private static Response done(long id, String what) {
        return Response.seeOther(URI.create("/members/" + id + "?done=" + what)).build();
    }
}
