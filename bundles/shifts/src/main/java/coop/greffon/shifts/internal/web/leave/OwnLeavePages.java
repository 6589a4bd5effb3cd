package coop.greffon.shifts.internal.web.leave;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.NotFound;
import coop.greffon.core.problem.Problem;
import coop.greffon.shifts.internal.reader.OwnAccounts;
import coop.greffon.shifts.internal.reader.Reader;
import coop.greffon.shifts.internal.store.JpaWorkers;
import coop.greffon.shifts.internal.store.LeaveDraft;
import coop.greffon.shifts.internal.store.PeriodKind;
import coop.greffon.shifts.internal.store.WorkAccount;
import coop.greffon.shifts.internal.store.leave.JpaLeaveRequests;
import coop.greffon.shifts.internal.store.leave.LeaveForesight;
import coop.greffon.shifts.internal.store.leave.LeaveRequest;
import coop.greffon.shifts.internal.view.StaticTemplates;
import coop.greffon.shifts.internal.view.Templates;
import coop.greffon.shifts.internal.web.LeaveKinds;
import coop.greffon.web.Page;
import coop.greffon.web.Page.Crumb;
import coop.greffon.web.RequiresPermission;
import coop.greffon.web.Visit;
import coop.greffon.web.WebResource;
import coop.greffon.web.form.Form;
import coop.greffon.web.form.Typed;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/** One's own leaves: asked for, with what they would change told first. */
@Component(service = WebResource.class)
@Path(OwnLeavePages.PATH)
@RequiresPermission(OwnLeavePages.ASK)
public final class OwnLeavePages implements WebResource {
    /** The right to ask for a leave. */
    public static final String ASK = "shifts.leave.ask";

    static final String PATH = "/shifts/leave";
    private static final int UNPROCESSABLE = 422;

    private final Templates templates = new StaticTemplates();
    private final OwnAccounts accounts;
    private final JpaWorkers workers;
    private final JpaLeaveRequests requests;
    private final LeaveForesight foresight;

    @Activate
    public OwnLeavePages(
            @Reference OwnAccounts accounts,
            @Reference JpaWorkers workers,
            @Reference JpaLeaveRequests requests,
            @Reference LeaveForesight foresight) {
        this.accounts = accounts;
        this.workers = workers;
        this.requests = requests;
        this.foresight = foresight;
    }

    @GET
    public Page show(@Context Visit visit) {
        return show(visit, Form.of(visit, Map.of("kind", PeriodKind.HOLIDAY.name())));
    }

    private Page show(Visit visit, Form form) {
        long member = accounts.get(visit);
        long reader = Reader.memberId(visit);
        Optional<WorkAccount> account =
                workers.account(member, visit.today(), null).map(whole -> whole.seenBy(reader));
        List<LeaveRequest> seen = requests.seen(member, reader);
        // Whoever left the household on whose account they asked still reads what became of it.
        if (account.isEmpty() && seen.isEmpty()) {
            throw none();
        }
        return below(Page.narrow(
                Text.of("shifts.leave.own"),
                templates.leaveAsk(visit, form, LeaveKinds.choices(visit), seen, account.orElse(null))));
    }

    private static Page below(Page page) {
        return page.below(new Crumb(Text.of("shifts.self.title"), "/shifts/mine"))
                .withHelp("shifts/standing");
    }

    @POST
    public Response ask(@Context Visit visit, MultivaluedMap<String, String> sent) {
        Typed typed = Typed.of(sent);
        try {
            LeaveDraft draft = draft(typed);
            if (typed.text("confirmed") == null) {
                return Response.ok(below(Page.narrow(
                                Text.of("shifts.leave.own"),
                                templates.leaveConfirm(
                                        visit,
                                        foresight.of(accounts.get(visit), draft),
                                        null,
                                        "shifts.leave.ask-yes",
                                        PATH))))
                        .build();
            }
            requests.ask(accounts.get(visit), draft, visit.actor());
            return done("shifts.done.leave-asked");
        } catch (Problem problem) {
            return Response.status(UNPROCESSABLE)
                    .entity(show(visit, Form.refused(visit, typed.values(), problem)))
                    .build();
        }
    }

    private static LeaveDraft draft(Typed typed) {
        var draft = new LeaveDraft(
                typed.one("kind", PeriodKind.class), typed.date("from"), typed.date("to"), typed.text("note"));
        typed.insist();
        return draft;
    }

    @POST
    @Path("{id: \\d+}/withdraw")
    public Response withdraw(@Context Visit visit, @PathParam("id") long id) {
        requests.withdraw(Reader.memberId(visit), id, visit.actor());
        return done("shifts.done.leave-unasked");
    }

    private static Response done(String what) {
        return Response.seeOther(URI.create(PATH + "?done=" + what)).build();
    }

    private static NotFound none() {
        return new NotFound(Text.of("shifts.self.none"));
    }
}
