package coop.greffon.shifts.internal.rest;

import coop.greffon.shifts.internal.rest.TemplatesResource.LastDay;
import coop.greffon.shifts.internal.store.slot.JpaFixedPlaces;
import coop.greffon.web.RequiresPermission;
import coop.greffon.web.Visit;
import coop.greffon.web.WebResource;
import coop.greffon.web.rest.Sent;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Fixed places that end, for programs. */
@Component(service = WebResource.class)
@Path("/api/shifts/v1/places")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class PlacesResource implements WebResource {
    private final JpaFixedPlaces places;

    @Activate
    public PlacesResource(@Reference JpaFixedPlaces places) {
        this.places = places;
    }

    /** Gives a place its last day; one that ends earlier already stays as it is. */
    @POST
    @Path("{id}/end")
    @RequiresPermission(TemplatesResource.EDIT)
    public void end(@Context Visit visit, @PathParam("id") long id, LastDay last) {
        places.end(id, Sent.required("on", Sent.body(last).on()), visit.actor());
    }
}
