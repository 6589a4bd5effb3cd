package coop.greffon.web.internal.dispatch;

import coop.greffon.web.Visit;
import coop.greffon.web.internal.page.ErrorPages;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import javax.ws.rs.ext.ExceptionMapper;

/** Whatever a resource throws becomes a page or a problem+json that says what to do. */
final class Refusals implements ExceptionMapper<Throwable> {
    private final ErrorPages errors;

    @Context
    private HttpServletRequest request;

    Refusals(ErrorPages errors) {
        this.errors = errors;
    }

    @Override
    public Response toResponse(Throwable failure) {
        return errors.answer(failure, request, (Visit) request.getAttribute(Visit.class.getName()));
    }
}
