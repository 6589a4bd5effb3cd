package coop.greffon.web.internal.account;

import coop.greffon.web.Open;
import coop.greffon.web.WebResource;
import coop.greffon.web.internal.visit.Credentials;
import coop.greffon.web.internal.visit.LocalAddress;
import coop.greffon.web.internal.visit.VisitFactory;
import java.net.URI;
import java.util.Locale;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.FormParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Another language for people who have not signed in. */
@Component(service = WebResource.class)
@Path("/language")
@Open
public final class LanguagePages implements WebResource {
    private static final int ONE_YEAR = 365 * 86_400;

    private final AccountDesk desk;

    @Activate
    public LanguagePages(@Reference AccountDesk desk) {
        this.desk = desk;
    }

    @POST
    public Response choose(
            @Context HttpServletRequest request,
            @Context HttpServletResponse response,
            @FormParam("language") @DefaultValue("") String language,
            @FormParam("to") @DefaultValue("/") String to) {
        String chosen = desk.known(Locale.forLanguageTag(language)).toLanguageTag();
        Credentials.set(request, response, VisitFactory.LANGUAGE, chosen, ONE_YEAR);
        return Response.seeOther(URI.create(LocalAddress.of(to))).build();
    }
}
