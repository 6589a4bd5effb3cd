package coop.greffon.shifts.internal.web.leave;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.Problem;
import coop.greffon.members.Members;
import coop.greffon.shifts.internal.store.JpaDocuments;
import coop.greffon.shifts.internal.store.leave.JpaLeaveRequests;
import coop.greffon.shifts.internal.store.leave.LeaveEffects;
import coop.greffon.shifts.internal.store.leave.LeaveForesight;
import coop.greffon.shifts.internal.store.leave.LeaveRequest;
import coop.greffon.shifts.internal.store.leave.RequestState;
import coop.greffon.shifts.internal.view.StaticTemplates;
import coop.greffon.shifts.internal.view.Templates;
import coop.greffon.shifts.internal.web.WorkerPages;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

/** Leaves that members ask for, decided by somebody else; and the documents that are missing. */
@Component(service = WebResource.class)
@Path(LeaveRequestPages.PATH)
@RequiresPermission(WorkerPages.EDIT)
public final class LeaveRequestPages implements WebResource {
    static final String PATH = "/shifts/leave-requests";
    private static final int UNPROCESSABLE = 422;

    /** As many as a page shows well. */
    private static final int MOST = 40;

    private final Templates templates = new StaticTemplates();
    private final JpaLeaveRequests requests;
    private final JpaDocuments documents;
    private final LeaveForesight foresight;
    private final Members members;

    @Activate
    public LeaveRequestPages(
            @Reference JpaLeaveRequests requests,
            @Reference JpaDocuments documents,
            @Reference LeaveForesight foresight,
            @Reference Members members) {
        this.requests = requests;
        this.documents = documents;
        this.foresight = foresight;
        this.members = members;
    }

    @GET
    public Page list(@Context Visit visit) {
        List<LeaveRequest> open = requests.open();
        List<JpaDocuments.Missing> missing = documents.missing(visit.today());
        List<LeaveRequest> shown = open.stream().limit(MOST).toList();
        List<JpaDocuments.Missing> late = missing.stream().limit(MOST).toList();
        return Page.of(
                        Text.of("shifts.request.list"),
                        templates.leaveRequests(visit, shown, open.size() - shown.size(), late, names(shown, late)))
                .withHelp("shifts/standing");
    }

    private Map<Long, String> names(List<LeaveRequest> shown, List<JpaDocuments.Missing> late) {
        List<Long> ids = Stream.concat(
                        shown.stream().flatMap(one -> Stream.of(one.memberId(), one.askerId())),
                        late.stream().flatMap(one -> Stream.of(one.memberId(), one.person())))
                .distinct()
                .toList();
        return members.summaries(ids).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, one -> one.getValue().name()));
    }

    @GET
    @Path("{id: \\d+}")
    public Page show(@Context Visit visit, @PathParam("id") long id) {
        return show(visit, requests.get(id), Form.of(visit, Map.of()));
    }

    /** Of one that can no longer be given the page tells why. */
    private Page show(Visit visit, LeaveRequest request, Form form) {
        if (request.state() != RequestState.ASKED) {
            return page(visit, request, form, null);
        }
        try {
            return page(visit, request, form, foresight.of(request.memberId(), request.draft()));
        } catch (Problem impossible) {
            return page(visit, request, Form.refused(visit, Map.of(), impossible), null);
        }
    }

    private Page page(Visit visit, LeaveRequest request, Form form, LeaveEffects effects) {
        String name = members.get(request.memberId()).name();
        String asker = members.get(request.askerId()).name();
        return Page.narrow(
                        Text.of("shifts.request.title", asker),
                        templates.leaveRequest(
                                visit, form, request, name, request.isOf(request.memberId()) ? null : asker, effects))
                .below(new Crumb(Text.of("shifts.request.list"), PATH))
                .withHelp("shifts/standing");
    }

    @POST
    @Path("{id: \\d+}/approve")
    public Response approve(@Context Visit visit, @PathParam("id") long id) {
        return decided(visit, id, Map.of(), "shifts.done.leave-approved", () -> requests.approve(id, visit.actor()));
    }

    @POST
    @Path("{id: \\d+}/refuse")
    public Response refuse(@Context Visit visit, @PathParam("id") long id, MultivaluedMap<String, String> sent) {
        Typed typed = Typed.of(sent);
        return decided(
                visit,
                id,
                typed.values(),
                "shifts.done.leave-refused",
                () -> requests.refuse(id, typed.text("reason"), visit.actor()));
    }

    private Response decided(Visit visit, long id, Map<String, String> values, String done, Runnable deed) {
        try {
            deed.run();
            return Response.seeOther(URI.create(PATH + "?done=" + done)).build();
        } catch (Problem problem) {
            return Response.status(UNPROCESSABLE)
                    .entity(show(visit, requests.get(id), Form.refused(visit, values, problem)))
                    .build();
        }
    }
}
