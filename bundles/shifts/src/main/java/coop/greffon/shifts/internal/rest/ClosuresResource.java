package coop.greffon.shifts.internal.rest;

import coop.greffon.shifts.internal.rules.slot.Closure;
import coop.greffon.shifts.internal.store.slot.ClosureDraft;
import coop.greffon.shifts.internal.store.slot.JpaClosures;
import coop.greffon.web.RequiresPermission;
import coop.greffon.web.Visit;
import coop.greffon.web.WebResource;
import coop.greffon.web.rest.Sent;
import java.util.List;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
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

/** Days on which no shift takes place, for programs. */
@Component(service = WebResource.class)
@Path("/api/shifts/v1/closures")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ClosuresResource implements WebResource {
    private final JpaClosures closures;

    @Activate
    public ClosuresResource(@Reference JpaClosures closures) {
        this.closures = closures;
    }

    /** Those that hold, the earliest first. */
    @GET
    @RequiresPermission(TemplatesResource.LIST)
    public List<Closure> list() {
        return closures.all();
    }

    /** Closes on some days; asked again for the same, nothing changes. */
    @POST
    @RequiresPermission(TemplatesResource.EDIT)
    public List<Closure> add(@Context Visit visit, ClosureDraft draft) {
        closures.add(Sent.body(draft), visit.actor());
        return closures.all();
    }

    /** Opens again; what was closed stays so. */
    @DELETE
    @Path("{id}")
    @RequiresPermission(TemplatesResource.EDIT)
    public List<Closure> withdraw(@Context Visit visit, @PathParam("id") long id) {
        closures.withdraw(id, visit.actor());
        return closures.all();
    }
}
