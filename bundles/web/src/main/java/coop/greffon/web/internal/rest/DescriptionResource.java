package coop.greffon.web.internal.rest;

import coop.greffon.web.Open;
import coop.greffon.web.WebResource;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the addresses for programs take and give, for programs and the people who write them. */
@Component(service = WebResource.class)
@Path("/api/openapi.json")
@Open
public final class DescriptionResource implements WebResource {
    private final Descriptions descriptions;

    @Activate
    public DescriptionResource(@Reference Descriptions descriptions) {
        this.descriptions = descriptions;
    }

    /** OpenAPI 3 of the modules that are up. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public String description() {
        return descriptions.merged();
    }
}
