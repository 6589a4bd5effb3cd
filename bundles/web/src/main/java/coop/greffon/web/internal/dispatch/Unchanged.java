package coop.greffon.web.internal.dispatch;

import javax.ws.rs.HttpMethod;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerResponseContext;
import javax.ws.rs.container.ContainerResponseFilter;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.Response.Status;

/** Sends nothing to a browser that has it already, of what it may keep and has to ask for again: photos. */
final class Unchanged implements ContainerResponseFilter {
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        boolean isKept = request.getMethod().equals(HttpMethod.GET)
                && response.getStatus() == Status.OK.getStatusCode()
                && response.getEntityTag() != null
                && response.getHeaders().containsKey(HttpHeaders.CACHE_CONTROL);
        if (!isKept) {
            return;
        }
        Response.ResponseBuilder known = request.getRequest().evaluatePreconditions(response.getEntityTag());
        if (known != null && known.build().getStatus() == Status.NOT_MODIFIED.getStatusCode()) {
            response.setStatusInfo(Status.NOT_MODIFIED);
            response.setEntity(null);
            response.getHeaders().remove(HttpHeaders.CONTENT_LENGTH);
        }
    }
}
