package coop.greffon.web.internal.dispatch;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.web.internal.page.Expected;
import coop.greffon.web.internal.page.Unreadable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.Priority;
import javax.ws.rs.Priorities;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;
import javax.ws.rs.core.MultivaluedMap;
import org.glassfish.jersey.server.ExtendedUriInfo;
import org.glassfish.jersey.server.ParamException;
import org.glassfish.jersey.server.model.Parameter;
import org.glassfish.jersey.server.model.ResourceMethod;

/**
 * Refuses what an address for programs does not know: a misspelt filter would let everything through without a word.
 *
 * <p>What a method takes is read from its annotations, as its description in OpenAPI is. Addresses of pages are left alone: links from
 * elsewhere add to them what they like.
 */
@Priority(Priorities.USER)
final class QueryParameters implements ContainerRequestFilter {
    private static final String PROGRAMS = "api/";
    private static final Set<Class<?>> BOOLEAN = Set.of(boolean.class, Boolean.class);
    private static final Set<String> BOOLEANS = Set.of("true", "false");

    @Override
    public void filter(ContainerRequestContext request) {
        ExtendedUriInfo address = (ExtendedUriInfo) request.getUriInfo();
        MultivaluedMap<String, String> sent = address.getQueryParameters();
        if (sent.isEmpty() || !isForPrograms(address)) {
            return;
        }
        Map<String, Class<?>> known = known(address);
        List<FieldError> errors = sent.keySet().stream()
                .flatMap(name -> refused(name, sent.getFirst(name), known))
                .toList();
        if (!errors.isEmpty()) {
            throw new Unreadable(errors);
        }
    }

    /** Why a parameter could not be taken, with its value and what it may be. */
    static Unreadable refused(ParamException.QueryParamException failure, ExtendedUriInfo address) {
        String name = failure.getParameterName();
        String value = address.getQueryParameters().getFirst(name);
        if (failure.getCause() instanceof InvalidInput refused) {
            FieldError error = refused.errors().get(0);
            return new Unreadable(List.of(new FieldError(name, value, error.message(), error.remedy())));
        }
        return new Unreadable(List.of(unfit(name, value, known(address).getOrDefault(name, String.class))));
    }

    private static boolean isForPrograms(ExtendedUriInfo address) {
        String path = address.getPath();
        return path.startsWith(PROGRAMS) || path.startsWith("/" + PROGRAMS);
    }

    private static Stream<FieldError> refused(String name, String value, Map<String, Class<?>> known) {
        if (!known.containsKey(name)) {
            Text remedy = known.isEmpty() ? Text.of("web.problem.query-none") : Expected.oneOf(known.keySet());
            return Stream.of(new FieldError(name, value, Text.of("web.problem.query-unknown", name), remedy));
        }
        // JAX-RS takes each text but true for false.
        return BOOLEAN.contains(known.get(name)) && !BOOLEANS.contains(value)
                ? Stream.of(unfit(name, value, boolean.class))
                : Stream.empty();
    }

    private static FieldError unfit(String name, String value, Class<?> type) {
        return new FieldError(name, value, Text.of("web.problem.parameter", name), Expected.of(type));
    }

    /** The parameters that the method asked for takes, with their types. */
    private static Map<String, Class<?>> known(ExtendedUriInfo address) {
        ResourceMethod method = address.getMatchedResourceMethod();
        return method == null
                ? Map.of()
                : method.getInvocable().getParameters().stream()
                        .flatMap(parameter -> parameter instanceof Parameter.BeanParameter bean
                                ? bean.getParameters().stream()
                                : Stream.of(parameter))
                        .filter(parameter -> parameter.getSource() == Parameter.Source.QUERY)
                        .collect(Collectors.toMap(
                                Parameter::getSourceName, Parameter::getRawType, (one, other) -> one, TreeMap::new));
    }
}
