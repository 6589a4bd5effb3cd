package coop.greffon.web.internal.dispatch;

import coop.greffon.core.problem.Forbidden;
import coop.greffon.web.Open;
import coop.greffon.web.RequiresPermission;
import coop.greffon.web.SignedIn;
import coop.greffon.web.Visit;
import coop.greffon.web.WebResource;
import coop.greffon.web.internal.page.NotSignedIn;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.stream.Stream;
import javax.annotation.Priority;
import javax.ws.rs.HttpMethod;
import javax.ws.rs.NotAllowedException;
import javax.ws.rs.Priorities;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;
import javax.ws.rs.container.ResourceInfo;
import javax.ws.rs.core.Context;
import org.glassfish.jersey.server.ExtendedUriInfo;
import org.glassfish.jersey.server.model.ResourceMethod;

/** Asks at each method who may enter; a method that says nothing lets nobody in. */
@Priority(Priorities.AUTHORIZATION)
final class Gate implements ContainerRequestFilter {
    @Context
    private ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        if (!WebResource.class.isAssignableFrom(resource.getResourceClass())) {
            // JAX-RS answers OPTIONS by itself where no resource does.
            throw unknownMethod(request);
        }
        Visit visit = (Visit) request.getProperty(Visit.class.getName());
        if (find(Open.class) != null && find(RequiresPermission.class) == null) {
            return;
        }
        RequiresPermission required = find(RequiresPermission.class);
        if (required == null && find(SignedIn.class) == null) {
            throw new IllegalStateException(resource.getResourceMethod() + " does not say who may call it");
        }
        // A device has rights but no account of its own.
        boolean isKnown = visit.account().isPresent()
                || required != null && visit.device().isPresent();
        if (!isKnown) {
            throw new NotSignedIn();
        }
        if (required != null && !visit.may(required.value())) {
            throw new Forbidden(required.value());
        }
    }

    private static NotAllowedException unknownMethod(ContainerRequestContext request) {
        String[] known = ((ExtendedUriInfo) request.getUriInfo())
                .getMatchedRuntimeResources().stream()
                        .limit(1)
                        .flatMap(matched -> matched.getResourceMethods().stream())
                        .filter(method -> !method.isExtended())
                        .map(ResourceMethod::getHttpMethod)
                        .flatMap(method -> method.equals(HttpMethod.GET)
                                ? Stream.of(HttpMethod.GET, HttpMethod.HEAD)
                                : Stream.of(method))
                        .distinct()
                        .sorted()
                        .toArray(String[]::new);
        return new NotAllowedException(String.join(", ", known), new String[0]);
    }

    private <A extends Annotation> A find(Class<A> type) {
        Method method = resource.getResourceMethod();
        A onMethod = method.getAnnotation(type);
        boolean methodSpeaks = method.isAnnotationPresent(Open.class)
                || method.isAnnotationPresent(SignedIn.class)
                || method.isAnnotationPresent(RequiresPermission.class);
        return onMethod != null || methodSpeaks
                ? onMethod
                : resource.getResourceClass().getAnnotation(type);
    }
}
