package coop.greffon.shifts.internal.web;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.NotFound;
import coop.greffon.core.problem.Problem;
import coop.greffon.members.Member;
import coop.greffon.members.Members;
import coop.greffon.shifts.internal.rules.Counter;
import coop.greffon.shifts.internal.rules.Unit;
import coop.greffon.shifts.internal.store.DecisionDraft;
import coop.greffon.shifts.internal.store.DutyAccounts;
import coop.greffon.shifts.internal.store.JpaDocuments;
import coop.greffon.shifts.internal.store.JpaLeaves;
import coop.greffon.shifts.internal.store.JpaWorkers;
import coop.greffon.shifts.internal.store.LeaveDraft;
import coop.greffon.shifts.internal.store.PeriodKind;
import coop.greffon.shifts.internal.store.leave.LeaveEffects;
import coop.greffon.shifts.internal.store.leave.LeaveForesight;
import coop.greffon.shifts.internal.view.StaticTemplates;
import coop.greffon.shifts.internal.view.Templates;
import coop.greffon.shifts.internal.words.Amounts;
import coop.greffon.web.Page;
import coop.greffon.web.RequiresPermission;
import coop.greffon.web.Visit;
import coop.greffon.web.WebResource;
import coop.greffon.web.form.Choice;
import coop.greffon.web.form.Form;
import coop.greffon.web.form.Typed;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

/** What is decided about somebody's shifts: a counter changed by hand, a leave, a grace. */
@Component(service = WebResource.class)
@Path("/shifts/members/{id: \\d+}")
public final class DecisionPages implements WebResource {
    static final String GRACE = "shifts.grace.grant";

    private final Templates templates = new StaticTemplates();
    private final JpaWorkers workers;
    private final JpaLeaves leaves;
    private final LeaveForesight foresight;
    private final JpaDocuments documents;
    private final DutyAccounts duties;
    private final Members members;

    @Activate
    public DecisionPages(
            @Reference JpaWorkers workers,
            @Reference JpaLeaves leaves,
            @Reference LeaveForesight foresight,
            @Reference JpaDocuments documents,
            @Reference DutyAccounts duties,
            @Reference Members members) {
        this.workers = workers;
        this.leaves = leaves;
        this.foresight = foresight;
        this.documents = documents;
        this.duties = duties;
        this.members = members;
    }

    @GET
    @Path("decision")
    @RequiresPermission(WorkerPages.EDIT)
    public Page decision(@Context Visit visit, @PathParam("id") long id) {
        Map<String, String> values = new HashMap<>();
        values.put("counter", Counter.MAIN.name());
        values.put("on", visit.today().toString());
        values.put("requestKey", UUID.randomUUID().toString());
        return decision(visit, Form.of(visit, values), members.get(id));
    }

    @POST
    @Path("decision")
    @RequiresPermission(WorkerPages.EDIT)
    public Response decide(@Context Visit visit, @PathParam("id") long id, MultivaluedMap<String, String> sent) {
        Typed typed = Typed.of(sent);
        try {
            Unit unit = unit(visit, id);
            var draft = new DecisionDraft(
                    typed.one("counter", Counter.class),
                    Amounts.read("amount", typed.text("amount"), unit, Text.of("shifts.decision.number." + unit)),
                    typed.date("on"),
                    typed.text("note"),
                    typed.text("requestKey"));
            typed.insist();
            workers.decide(id, draft, visit.actor());
            return WorkerPages.done(id, "shifts.done.decided");
        } catch (Problem problem) {
            return WorkerPages.refused(decision(visit, Form.refused(visit, typed.values(), problem), members.get(id)));
        }
    }

    private Unit unit(Visit visit, long id) {
        return workers.account(id, visit.today(), null)
                .orElseThrow(() -> new NotFound(Text.of("shifts.worker.unknown")))
                .unit();
    }

    private Page decision(Visit visit, Form form, Member member) {
        return Page.narrow(
                        Text.of("shifts.decision.title"),
                        templates.decision(
                                visit,
                                form,
                                member,
                                unit(visit, member.id()),
                                choices(visit, "counter", Counter.values())))
                .below(WorkerPages.above(), WorkerPages.above(member))
                .withHelp("shifts/standing");
    }

    private static <E extends Enum<E>> List<Choice> choices(Visit visit, String what, E[] values) {
        return Arrays.stream(values)
                .map(one -> new Choice(one.name(), visit.t("shifts." + what + "." + one)))
                .toList();
    }

    @GET
    @Path("leave")
    @RequiresPermission(WorkerPages.EDIT)
    public Page leave(@Context Visit visit, @PathParam("id") long id) {
        Map<String, String> values = new HashMap<>();
        values.put("kind", PeriodKind.HOLIDAY.name());
        values.put("from", visit.today().toString());
        return leave(visit, Form.of(visit, values), members.get(id));
    }

    @POST
    @Path("leave")
    @RequiresPermission(WorkerPages.EDIT)
    public Response giveLeave(@Context Visit visit, @PathParam("id") long id, MultivaluedMap<String, String> sent) {
        Typed typed = Typed.of(sent);
        try {
            var draft = new LeaveDraft(
                    typed.one("kind", PeriodKind.class), typed.date("from"), typed.date("to"), typed.text("note"));
            typed.insist();
            if (typed.text("confirmed") == null) {
                return Response.ok(confirm(visit, members.get(id), draft)).build();
            }
            leaves.giveLeave(id, draft, visit.actor());
            return WorkerPages.done(duties.of(id, visit.today()), "shifts.done.leave");
        } catch (Problem problem) {
            return WorkerPages.refused(leave(visit, Form.refused(visit, typed.values(), problem), members.get(id)));
        }
    }

    /** What the leave changes is told before it is given. */
    private Page confirm(Visit visit, Member member, LeaveDraft draft) {
        LeaveEffects effects = foresight.of(member.id(), draft);
        String back = WorkerPages.path(duties.of(member.id(), visit.today()));
        return Page.narrow(
                        Text.of("shifts.leave.title"),
                        templates.leaveConfirm(visit, effects, member.name(), "shifts.leave.confirm", back))
                .below(WorkerPages.above(), WorkerPages.above(member))
                .withHelp("shifts/standing");
    }

    private Page leave(Visit visit, Form form, Member member) {
        return Page.narrow(
                        Text.of("shifts.leave.title"),
                        templates.leave(visit, form, member, holder(visit, member), LeaveKinds.choices(visit)))
                .below(WorkerPages.above(), WorkerPages.above(member))
                .withHelp("shifts/standing");
    }

    /** In whose name the account is, null where it is their own. */
    private Member holder(Visit visit, Member member) {
        long accountOf = duties.of(member.id(), visit.today());
        return accountOf == member.id() ? null : members.get(accountOf);
    }

    @POST
    @Path("periods/{period: \\d+}/document")
    @RequiresPermission(WorkerPages.EDIT)
    public Response document(@Context Visit visit, @PathParam("id") long id, @PathParam("period") long period) {
        documents.see(id, period, visit.today(), visit.actor());
        return WorkerPages.done(id, "shifts.done.document");
    }

    @POST
    @Path("periods/{period: \\d+}/withdraw")
    @RequiresPermission(WorkerPages.EDIT)
    public Response withdraw(@Context Visit visit, @PathParam("id") long id, @PathParam("period") long period) {
        leaves.withdraw(id, period, visit.actor());
        return WorkerPages.done(id, "shifts.done.withdrawn");
    }

    @POST
    @Path("grace")
    @RequiresPermission(GRACE)
    public Response grace(@Context Visit visit, @PathParam("id") long id) {
        leaves.giveGrace(id, visit.actor());
        return WorkerPages.done(id, "shifts.done.grace");
    }
}
