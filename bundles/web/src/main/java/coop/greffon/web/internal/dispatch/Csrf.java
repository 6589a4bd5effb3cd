package coop.greffon.web.internal.dispatch;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.Refused;
import coop.greffon.web.form.TakesFile;
import coop.greffon.web.internal.visit.Credentials;
import coop.greffon.web.internal.visit.VisitFactory;
import java.util.Set;
import javax.annotation.Priority;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Priorities;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;
import javax.ws.rs.container.ResourceInfo;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Form;
import javax.ws.rs.core.MediaType;
import org.glassfish.jersey.server.ContainerRequest;

/**
 * Refuses a write that did not start on one of our own pages.
 *
 * <p>A caller with a bearer token is no browser acting on somebody's cookie and needs no token of a form.
 */
@Priority(Priorities.AUTHENTICATION)
final class Csrf implements ContainerRequestFilter {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final String HEADER = "X-CSRF-Token";
    private static final String FIELD = "csrf";

    @Context
    private HttpServletRequest servletRequest;

    @Context
    private ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext context) {
        if (SAFE.contains(context.getMethod()) || Credentials.bearer(servletRequest) != null || isProgram(context)) {
            return;
        }
        if (!VisitFactory.isOurForm(servletRequest, sent((ContainerRequest) context))) {
            throw new Refused(Text.of("web.problem.csrf"));
        }
    }

    /** JSON from somebody without a session: a form of another site can neither send it nor act on anybody's behalf with it. */
    private boolean isProgram(ContainerRequestContext context) {
        return Credentials.session(servletRequest) == null
                && Credentials.device(servletRequest) == null
                && MediaType.APPLICATION_JSON_TYPE.isCompatible(context.getMediaType());
    }

    private String sent(ContainerRequest request) {
        String header = request.getHeaderString(HEADER);
        if (header != null) {
            return header;
        }
        MediaType type = request.getMediaType();
        if (MediaType.APPLICATION_FORM_URLENCODED_TYPE.isCompatible(type)) {
            request.bufferEntity();
            return request.readEntity(Form.class).asMap().getFirst(FIELD);
        }
        return MediaType.MULTIPART_FORM_DATA_TYPE.isCompatible(type)
                ? Multipart.read(servletRequest, takenFile()).fields().get(FIELD)
                : null;
    }

    private TakesFile takenFile() {
        return resource.getResourceMethod() == null
                ? null
                : resource.getResourceMethod().getAnnotation(TakesFile.class);
    }
}
