package coop.greffon.shifts.internal.web.pool;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.Problem;
import coop.greffon.members.MemberSummary;
import coop.greffon.members.Members;
import coop.greffon.shifts.internal.store.pool.JpaPool;
import coop.greffon.shifts.internal.store.pool.PoolBoard;
import coop.greffon.shifts.internal.store.pool.PoolBoard.Pool;
import coop.greffon.shifts.internal.store.pool.PoolMovement;
import coop.greffon.shifts.internal.store.pool.PoolRequest;
import coop.greffon.shifts.internal.view.StaticTemplates;
import coop.greffon.shifts.internal.view.Templates;
import coop.greffon.web.Page;
import coop.greffon.web.Page.Crumb;
import coop.greffon.web.RequiresPermission;
import coop.greffon.web.Visit;
import coop.greffon.web.WebResource;
import coop.greffon.web.form.Form;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The pool as coordinators see it: who asks, who gave, who was helped. */
@Component(service = WebResource.class)
@Path(PoolRequestPages.PATH)
@RequiresPermission(PoolRequestPages.GRANT)
public final class PoolRequestPages implements WebResource {
    static final String PATH = "/shifts/pool-requests";

    /** The right to give others shifts of the pool. */
    public static final String GRANT = "shifts.pool.grant";

    private static final int UNPROCESSABLE = 422;

    private final Templates templates = new StaticTemplates();
    private final JpaPool pool;
    private final PoolBoard board;
    private final Members members;

    @Activate
    public PoolRequestPages(@Reference JpaPool pool, @Reference PoolBoard board, @Reference Members members) {
        this.pool = pool;
        this.board = board;
        this.members = members;
    }

    @GET
    public Page show(@Context Visit visit) {
        return show(visit, Form.of(visit, Map.of()));
    }

    private Page show(Visit visit, Form form) {
        Pool now = board.pool(null);
        List<PoolRequest> requests = board.open();
        Map<Long, MemberSummary> names = members.summaries(Stream.concat(
                        requests.stream().map(PoolRequest::memberId),
                        now.movements().stream().map(PoolMovement::memberId))
                .distinct()
                .toList());
        return Page.narrow(Text.of("shifts.pool.requests"), templates.poolRequests(visit, form, now, requests, names))
                .below(new Crumb(Text.of("shifts.list.title"), "/shifts/members"))
                .withHelp("shifts/pool");
    }

    @POST
    @Path("{id: \\d+}/grant")
    public Response grant(@Context Visit visit, @PathParam("id") long id) {
        return settle(visit, "pool-granted", () -> pool.grant(id, visit.actor()));
    }

    @POST
    @Path("{id: \\d+}/refuse")
    public Response refuse(@Context Visit visit, @PathParam("id") long id) {
        return settle(visit, "pool-refused", () -> pool.refuse(id, visit.actor()));
    }

    private Response settle(Visit visit, String what, Runnable deed) {
        try {
            deed.run();
            return Response.seeOther(URI.create(PATH + "?done=shifts.done." + what))
                    .build();
        } catch (Problem problem) {
            return Response.status(UNPROCESSABLE)
                    .entity(show(visit, Form.refused(visit, Map.of(), problem)))
                    .build();
        }
    }
}
