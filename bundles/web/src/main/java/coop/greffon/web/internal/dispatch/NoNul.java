package coop.greffon.web.internal.dispatch;

import javax.annotation.Priority;
import javax.ws.rs.BadRequestException;
import javax.ws.rs.Priorities;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;
import javax.ws.rs.core.Form;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.MultivaluedMap;
import javax.ws.rs.core.UriInfo;
import org.glassfish.jersey.server.ContainerRequest;

/** Refuses the NUL character in addresses and forms, as {@link PlainText} does in JSON and {@link Multipart} in forms with files. */
@Priority(Priorities.AUTHENTICATION - 1)
final class NoNul implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext context) {
        UriInfo address = context.getUriInfo();
        if (address.getPath().indexOf('\0') >= 0
                || isIn(address.getQueryParameters())
                || isIn(form((ContainerRequest) context))) {
            throw new BadRequestException();
        }
    }

    private static MultivaluedMap<String, String> form(ContainerRequest request) {
        boolean isForm = request.getMediaType() != null
                && MediaType.APPLICATION_FORM_URLENCODED_TYPE.isCompatible(request.getMediaType());
        if (!isForm) {
            return new Form().asMap();
        }
        request.bufferEntity();
        return request.readEntity(Form.class).asMap();
    }

    private static boolean isIn(MultivaluedMap<String, String> values) {
        return values.entrySet().stream()
                .anyMatch(entry ->
                        isIn(entry.getKey()) || entry.getValue().stream().anyMatch(NoNul::isIn));
    }

    /**
     * The text itself.
     *
     * @throws BadRequestException where it holds a NUL character
     */
    static String checked(String text) {
        if (isIn(text)) {
            throw new BadRequestException();
        }
        return text;
    }

    private static boolean isIn(String text) {
        return text != null && text.indexOf('\0') >= 0;
    }
}
