package coop.greffon.web.internal.dispatch;

import coop.greffon.web.Visit;
import coop.greffon.web.internal.page.ErrorPages;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import javax.ws.rs.ext.ExceptionMapper;
import org.glassfish.jersey.server.ExtendedUriInfo;
import org.glassfish.jersey.server.ParamException;

/** Whatever a resource throws becomes a page or a problem+json that says what to do. */
final class Refusals implements ExceptionMapper<Throwable> {
    private final ErrorPages errors;

    @Context
    private HttpServletRequest request;

    @Context
    private ExtendedUriInfo address;

    Refusals(ErrorPages errors) {
        this.errors = errors;
    }

    @Override
    public Response toResponse(Throwable failure) {
        Throwable why = failure instanceof ParamException.QueryParamException parameter
                ? QueryParameters.refused(parameter, address)
                : failure;
        return errors.answer(why, request, (Visit) request.getAttribute(Visit.class.getName()));
    }
}
