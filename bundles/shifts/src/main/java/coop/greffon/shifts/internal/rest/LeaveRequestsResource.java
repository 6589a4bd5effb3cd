package coop.greffon.shifts.internal.rest;

import coop.greffon.shifts.internal.rest.OwnLeavesResource.Asked;
import coop.greffon.shifts.internal.rest.OwnLeavesResource.Effects;
import coop.greffon.shifts.internal.store.leave.JpaLeaveRequests;
import coop.greffon.shifts.internal.store.leave.LeaveForesight;
import coop.greffon.shifts.internal.store.leave.LeaveRequest;
import coop.greffon.shifts.internal.web.WorkerPages;
import coop.greffon.web.RequiresPermission;
import coop.greffon.web.Visit;
import coop.greffon.web.WebResource;
import coop.greffon.web.rest.Sent;
import java.util.List;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Leaves that members ask for, for programs. */
@Component(service = WebResource.class)
@Path("/api/shifts/v1/leave-requests")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequiresPermission(WorkerPages.EDIT)
public final class LeaveRequestsResource implements WebResource {
    private final JpaLeaveRequests requests;
    private final LeaveForesight foresight;

    @Activate
    public LeaveRequestsResource(@Reference JpaLeaveRequests requests, @Reference LeaveForesight foresight) {
        this.requests = requests;
        this.foresight = foresight;
    }

    /** Why a leave is not given. */
    public record Refusal(String reason) {}

    /** Those nobody has decided, the oldest first. */
    @GET
    public List<Asked> open(@Context Visit visit) {
        return requests.open().stream().map(request -> Asked.of(visit, request)).toList();
    }

    /** What it would change if it were given now. */
    @GET
    @Path("{id}/effects")
    public Effects effects(@Context Visit visit, @PathParam("id") long id) {
        LeaveRequest request = requests.get(id);
        return Effects.of(visit, foresight.of(request.memberId(), request.draft()));
    }

    /** Gives it; given again, nothing changes. */
    @POST
    @Path("{id}/approve")
    public Asked approve(@Context Visit visit, @PathParam("id") long id) {
        requests.approve(id, visit.actor());
        return Asked.of(visit, requests.get(id));
    }

    /** Does not give it, with a reason; refused again, nothing changes. */
    @POST
    @Path("{id}/refuse")
    public Asked refuse(@Context Visit visit, @PathParam("id") long id, Refusal refusal) {
        requests.refuse(id, Sent.body(refusal).reason(), visit.actor());
        return Asked.of(visit, requests.get(id));
    }
}
