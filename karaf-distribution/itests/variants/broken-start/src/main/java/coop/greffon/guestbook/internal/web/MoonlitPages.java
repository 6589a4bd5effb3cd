package coop.greffon.guestbook.internal.web;

import coop.greffon.web.Page;
import coop.greffon.web.RequiresPermission;
import coop.greffon.web.WebResource;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** What a bundle with a fault looks like to the host: a component that throws as it starts. */
@Component(service = WebResource.class)
@Path("/guestbook/moonlit")
public final class MoonlitPages implements WebResource {
    @Activate
    public MoonlitPages() {
        throw new IllegalStateException("The moon is not full");
    }

    @GET
    @RequiresPermission("guestbook.entry.list")
    public Page read() {
        throw new IllegalStateException("Nobody gets here");
    }
}
