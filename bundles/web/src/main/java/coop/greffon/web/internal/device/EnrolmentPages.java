package coop.greffon.web.internal.device;

import coop.greffon.core.identity.Devices;
import coop.greffon.core.identity.Devices.Enrolled;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.Problem;
import coop.greffon.core.problem.TooSoon;
import coop.greffon.web.Open;
import coop.greffon.web.Page;
import coop.greffon.web.Visit;
import coop.greffon.web.WebResource;
import coop.greffon.web.form.Form;
import coop.greffon.web.internal.page.Waits;
import coop.greffon.web.internal.view.StaticTemplates;
import coop.greffon.web.internal.view.Templates;
import coop.greffon.web.internal.visit.Credentials;
import java.net.URI;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.FormParam;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The page that a device opens to type its code. */
@Component(service = WebResource.class)
@Path("/device")
@Open
public final class EnrolmentPages implements WebResource {

    private final Templates templates = new StaticTemplates();
    private final Devices devices;

    @Activate
    public EnrolmentPages(@Reference Devices devices) {
        this.devices = devices;
    }

    @GET
    public Page form(@Context Visit visit) {
        return page(visit, Form.of(visit, Map.of()));
    }

    private Page page(Visit visit, Form form) {
        return Page.alone(Text.of("web.device.title"), templates.deviceEnrolment(visit, form))
                .withHelp("web/devices");
    }

    @POST
    public Response enrol(
            @Context Visit visit,
            @Context HttpServletRequest request,
            @Context HttpServletResponse response,
            @FormParam("code") @DefaultValue("") String code) {
        try {
            Enrolled enrolled = devices.enrol(code, request.getRemoteAddr());
            Credentials.enrol(request, response, enrolled.token());
            return Response.seeOther(URI.create("/device?done=web.done.device-enrolled"))
                    .build();
        } catch (TooSoon early) {
            return Response.status(Waits.TOO_MANY_REQUESTS)
                    .header(Waits.RETRY_AFTER, Waits.seconds(early.delay()))
                    .entity(page(visit, Form.refused(visit, Map.of("code", code), early)))
                    .build();
        } catch (Problem refused) {
            return Response.status(422)
                    .entity(page(visit, Form.refused(visit, Map.of("code", code), refused)))
                    .build();
        }
    }
}
