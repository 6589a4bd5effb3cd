package coop.greffon.web.internal.https;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.NotFound;
import coop.greffon.web.Open;
import coop.greffon.web.Page;
import coop.greffon.web.Visit;
import coop.greffon.web.WebResource;
import coop.greffon.web.internal.https.Https.Status;
import coop.greffon.web.internal.view.StaticTemplates;
import coop.greffon.web.internal.view.Templates;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Where a tablet or a phone gets to know the local authority; open, since what it hands out is public. */
@Component(service = WebResource.class)
@Path("/https")
@Open
public final class HttpsPages implements WebResource {
    private final Templates templates = new StaticTemplates();
    private final Https https;

    @Activate
    public HttpsPages(@Reference Https https) {
        this.https = https;
    }

    @GET
    public Page page(@Context Visit visit, @Context HttpServletRequest request) {
        Status status = https.status();
        // Not from the address as a URI, which has no host where a name holds an underscore.
        String host = request.getServerName();
        String secure = "https://" + (host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host) + ":"
                + status.port() + "/";
        String fingerprint = status.authority() == null ? null : Certificates.fingerprint(status.authority());
        var content = templates.https(visit, status.isOn(), secure, fingerprint);
        Text title = Text.of("web.https.title");
        Page page = visit.account().isPresent() ? Page.narrow(title, content) : Page.alone(title, content);
        return page.withHelp("web/https");
    }

    /** The certificate of the authority, as devices take it. */
    @GET
    @Path("authority.crt")
    public Response authority() throws CertificateEncodingException {
        X509Certificate authority = Optional.ofNullable(https.status().authority())
                .orElseThrow(() -> new NotFound(Text.of("web.https.no-authority")));
        return Response.ok(authority.getEncoded(), "application/x-x509-ca-cert")
                .header("Content-Disposition", "attachment; filename=\"greffon-authority.crt\"")
                .build();
    }
}
