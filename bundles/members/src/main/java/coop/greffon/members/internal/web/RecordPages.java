package coop.greffon.members.internal.web;

import static coop.greffon.members.internal.web.RecordLinks.done;
import static coop.greffon.members.internal.web.RecordLinks.list;
import static coop.greffon.members.internal.web.RecordLinks.record;
import static coop.greffon.members.internal.web.RecordLinks.refused;

import coop.greffon.core.audit.Audit;
import coop.greffon.core.audit.Change;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.Problem;
import coop.greffon.core.problem.StaleEdit;
import coop.greffon.members.Households;
import coop.greffon.members.Member;
import coop.greffon.members.MemberDraft;
import coop.greffon.members.MemberKind;
import coop.greffon.members.MemberStatus;
import coop.greffon.members.Members;
import coop.greffon.members.admission.Admission;
import coop.greffon.members.admission.Decision;
import coop.greffon.members.internal.account.MemberAccounts;
import coop.greffon.members.internal.merge.MergeService;
import coop.greffon.members.internal.view.StaticTemplates;
import coop.greffon.members.internal.view.Templates;
import coop.greffon.web.Page;
import coop.greffon.web.RequiresPermission;
import coop.greffon.web.Visit;
import coop.greffon.web.WebResource;
import coop.greffon.web.form.Form;
import coop.greffon.web.form.Typed;
import gg.jte.Content;
import java.net.URI;
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

    private static final int CONFLICT = 409;
    private static final String REVISION = "revision";

    private final Templates templates = new StaticTemplates();
    private final Members members;
    private final Audit audit;
    private final MemberAccounts accounts;
    private final MemberPanels panels;
    private final Admission admission;
    private final Households households;
    private final MergeService merging;

    @Activate
    public RecordPages(
            @Reference Members members,
            @Reference Audit audit,
            @Reference MemberAccounts accounts,
            @Reference MemberPanels panels,
            @Reference Admission admission,
            @Reference Households households,
            @Reference MergeService merging) {
        this.members = members;
        this.audit = audit;
        this.accounts = accounts;
        this.panels = panels;
        this.admission = admission;
        this.households = households;
        this.merging = merging;
    }

    @GET
    @Path("{id: \\d+}")
    @RequiresPermission(MemberPages.FIND)
    public Response show(@Context Visit visit, @PathParam("id") long id) {
        Member member = members.get(id);
        if (member.id() != id) {
            return Response.seeOther(URI.create("/members/" + member.id())).build();
        }
        return Response.ok(Page.bare(Text.of("members.record.title", member.name()), content(visit, member)))
                .build();
    }

    /** The whole record, or what whoever welcomes people may see of it. */
    Content content(Visit visit, Member member) {
        Decision decision = admission.decide(member.id(), visit.now());
        return visit.may(MemberPages.LIST)
                ? templates.member(visit, whole(visit, member, decision))
                : templates.welcome(visit, member, decision);
    }

    private RecordView whole(Visit visit, Member member, Decision decision) {
        return new RecordView(
                member,
                members.statuses(member.id()),
                decision,
                Housemate.of(households.of(member.id(), visit.today()), visit.today()),
                accounts.of(member.id()).orElse(null),
                panels.staff(member.subject(), visit));
    }

    /** What happened to a record, and to those that were merged into it. */
    @GET
    @Path("{id: \\d+}/history")
    @RequiresPermission(MemberPages.LIST)
    public Page history(@Context Visit visit, @PathParam("id") long id) {
        Member member = members.get(id);
        List<Change> changes = merging.history(member.id());
        return Page.of(Text.of("members.history.title"), templates.history(visit, member.id(), changes))
                .below(list(), record(member))
                .withHelp("members/record");
    }

    @GET
    @Path("new")
    @RequiresPermission(EDIT)
    public Page add(@Context Visit visit, @QueryParam("kind") @DefaultValue("PERSON") MemberKind kind) {
        Map<String, String> values = new HashMap<>();
        values.put(MemberForm.NEW + "kind", kind.name());
        values.put("statuses[0].status", kind == MemberKind.PERSON ? MemberStatus.CANDIDATE.name() : "");
        values.put("statuses[0].on", visit.today().toString());
        return addPage(visit, Form.of(visit, values), kind, ContactRows.FIRST);
    }

    @POST
    @Path("new")
    @RequiresPermission(EDIT)
    public Response create(@Context Visit visit, MultivaluedMap<String, String> sent) {
        Typed typed = Typed.of(sent);
        MemberKind kind = MemberKind.ORGANISATION.name().equals(typed.text(MemberForm.NEW + "kind"))
                ? MemberKind.ORGANISATION
                : MemberKind.PERSON;
        ContactRows rows = ContactRows.typed(typed, MemberForm.NEW);
        if (ContactRows.isAskedFor(typed)) {
            return Response.ok(addPage(visit, Form.of(visit, typed.values()), kind, rows))
                    .build();
        }
        try {
            Member created = members.create(MemberForm.newMember(typed), typed.text("request"), visit.actor());
            return done(created.id(), "members.done.created");
        } catch (Problem problem) {
            Problem shown = MemberForm.atRows(problem, typed, MemberForm.NEW);
            Page page = addPage(visit, Form.refused(visit, typed.values(), shown), kind, rows);
            return refused(page);
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
        return editPage(visit, Form.of(visit, values), member, ContactRows.of(details), none());
    }

    @POST
    @Path("{id: \\d+}/edit")
    @RequiresPermission(EDIT)
    public Response change(@Context Visit visit, @PathParam("id") long id, MultivaluedMap<String, String> sent) {
        Typed typed = Typed.of(sent);
        ContactRows rows = ContactRows.typed(typed, "");
        if (ContactRows.isAskedFor(typed)) {
            return Response.ok(editPage(visit, Form.of(visit, typed.values()), members.get(id), rows, none()))
                    .build();
        }
        try {
            MemberDraft draft = MemberForm.draft(typed, "");
            Long revision = typed.whole(REVISION);
            typed.insist();
            return save(visit, id, typed, draft, revision == null ? -1 : revision);
        } catch (Problem problem) {
            Form form = Form.refused(visit, typed.values(), MemberForm.atRows(problem, typed, ""));
            return refused(editPage(visit, form, members.get(id), rows, none()));
        }
    }

    private Response save(Visit visit, long id, Typed typed, MemberDraft draft, long revision) {
        try {
            members.change(id, revision, draft, visit.actor());
            return done(id, "members.done.changed");
        } catch (StaleEdit stale) {
            Member now = members.get(id);
            StaleRows changes = StaleRows.of(audit, now, revision, draft, field -> true);
            Form form = Form.of(visit, changes.merged(typed.values()));
            Page page = editPage(
                    visit, form, now, ContactRows.typed(typed, ""), templates.staleTable(visit, changes.rows()));
            return Response.status(CONFLICT).entity(page).build();
        }
    }

    private static Content none() {
        return output -> {};
    }

    private Page addPage(Visit visit, Form form, MemberKind kind, ContactRows rows) {
        String title = kind == MemberKind.PERSON ? "members.add.title" : "members.add.title-organisation";
        var content = templates.memberForm(
                visit, form, MemberForm.NEW, kind, rows, StandingPages.statuses(visit, true), "/members", none());
        return Page.narrow(Text.of(title), content).below(list()).withHelp("members/record");
    }

    private Page editPage(Visit visit, Form form, Member member, ContactRows rows, Content changes) {
        var content = templates.memberForm(
                visit, form, "", member.details().kind(), rows, List.of(), "/members/" + member.id(), changes);
        return Page.narrow(Text.of("members.edit.title"), content)
                .below(list(), record(member))
                .withHelp("members/record");
    }
}
