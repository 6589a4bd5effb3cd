package coop.greffon.web.internal.job;

import coop.greffon.core.instance.CoopClock;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.NotFound;
import coop.greffon.web.RequiresPermission;
import coop.greffon.web.Visit;
import coop.greffon.web.WebResource;
import coop.greffon.web.rest.Sent;
import java.time.Instant;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The clock of a demo; elsewhere there is no such address. */
@Component(service = WebResource.class)
@Path("/api/core/v1/clock")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequiresPermission("core.clock.move")
public final class ClockResource implements WebResource {
    record Now(Instant now) {}

    private final CoopClock clock;

    @Activate
    public ClockResource(@Reference CoopClock clock) {
        this.clock = clock;
    }

    @GET
    public Now now(@Context Visit visit) {
        if (!clock.isAdjustable()) {
            throw new NotFound(Text.of("core.clock.fixed"));
        }
        return new Now(visit.now());
    }

    @PUT
    public Now move(@Context Visit visit, Now to) {
        now(visit);
        clock.moveTo(Sent.required("now", Sent.body(to).now()));
        return now(visit);
    }
}
