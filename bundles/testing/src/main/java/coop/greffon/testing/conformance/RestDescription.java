package coop.greffon.testing.conformance;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.jackson.TypeNameResolver;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.jaxrs2.Reader;
import io.swagger.v3.jaxrs2.ext.AbstractOpenAPIExtension;
import io.swagger.v3.jaxrs2.ext.OpenAPIExtension;
import io.swagger.v3.jaxrs2.ext.OpenAPIExtensions;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.ws.rs.Path;

/**
 * What a bundle's addresses for programs take and give, as OpenAPI 3, read from the annotations of its resources.
 *
 * <p>It is written once and checked in, so that nothing has to be generated where Greffon runs, and so that a change of an address shows in
 * review.
 */
final class RestDescription {
    private static final String REST = "/api/";
    private static final String OPEN = "coop.greffon.web.Open";
    private static final String REQUIRES = "coop.greffon.web.RequiresPermission";
    private static final String TOKEN = "token";
    private static final String PROBLEM = "#/components/responses/Problem";

    private final String module;
    private final String version;

    RestDescription(String module, String version) {
        this.module = module;
        this.version = version;
    }

    /** The description; empty where the bundle has no address for programs. */
    Optional<String> of(Set<Class<?>> resources) {
        ModelConverters.getInstance().addConverter(new ModelResolver(mapper(), new Names(module)));
        List<OpenAPIExtension> usual = OpenAPIExtensions.getExtensions();
        List<OpenAPIExtension> extensions = new ArrayList<>(usual);
        extensions.add(new Rules());
        OpenAPIExtensions.setExtensions(extensions);
        try {
            OpenAPI api = new Reader(new OpenAPI())
                    .read(resources.stream()
                            .filter(RestDescription::isForPrograms)
                            .collect(Collectors.toSet()));
            return api.getPaths() == null ? Optional.empty() : Optional.of(written(api));
        } finally {
            OpenAPIExtensions.setExtensions(usual);
        }
    }

    private static boolean isForPrograms(Class<?> resource) {
        Path path = resource.getAnnotation(Path.class);
        return path != null && path.value().startsWith(REST);
    }

    private static ObjectMapper mapper() {
        ObjectMapper mapper = Json.mapper().copy();
        mapper.setVisibility(mapper.getVisibilityChecker().withCreatorVisibility(JsonAutoDetect.Visibility.ANY));
        return mapper;
    }

    private String written(OpenAPI api) {
        var paths = new Paths();
        Set<String> names = new HashSet<>();
        new TreeMap<>(api.getPaths()).forEach((path, item) -> {
            item.readOperations().forEach(operation -> finish(operation, names));
            paths.addPathItem(path, item);
        });
        Components components = new Components();
        if (api.getComponents() != null && api.getComponents().getSchemas() != null) {
            Map<String, Schema> sorted = new TreeMap<>(api.getComponents().getSchemas());
            sorted.forEach(components::addSchemas);
        }
        var described = new OpenAPI()
                .info(new Info().title(module).version(version))
                .paths(paths)
                .components(components);
        try {
            var printer = new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
            return Json.mapper().writer(printer).writeValueAsString(described) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A description is always writable", impossible);
        }
    }

    private static void finish(Operation operation, Set<String> names) {
        String name = operation.getOperationId();
        for (int next = 2; !names.add(operation.getOperationId()); next++) {
            operation.setOperationId(name + next);
        }
        ApiResponse usual = operation.getResponses().remove("default");
        if (usual != null) {
            operation.getResponses().addApiResponse("2XX", usual.description("Done"));
        }
    }

    /** Records lie within their resources and share names such as Found: the resource and the module tell them apart. */
    private static final class Names extends TypeNameResolver {
        private final String module;

        Names(String module) {
            this.module = module;
        }

        @Override
        protected String nameForClass(Class<?> type, Set<Options> options) {
            Class<?> around = type.getEnclosingClass();
            String name = around == null ? type.getSimpleName() : around.getSimpleName() + "." + type.getSimpleName();
            return module + "." + name;
        }
    }

    /** What annotations of our own say of a method: who may call it. */
    private static final class Rules extends AbstractOpenAPIExtension {
        @Override
        public void decorateOperation(Operation operation, Method method, Iterator<OpenAPIExtension> chain) {
            operation.setOperationId(method.getDeclaringClass().getSimpleName() + "." + method.getName());
            ApiResponses responses = operation.getResponses() == null ? new ApiResponses() : operation.getResponses();
            if (annotation(method, OPEN).isEmpty()) {
                operation.addSecurityItem(new SecurityRequirement().addList(TOKEN));
                responses.addApiResponse("401", refusal());
            }
            annotation(method, REQUIRES).ifPresent(required -> {
                operation.addExtension("x-permission", value(required));
                responses.addApiResponse("403", refusal());
            });
            responses.addApiResponse("4XX", refusal());
            operation.setResponses(responses);
            super.decorateOperation(operation, method, chain);
        }

        private static ApiResponse refusal() {
            return new ApiResponse().$ref(PROBLEM);
        }

        /** On the method where it says who may call it, on its class otherwise. */
        private static Optional<Annotation> annotation(Method method, String wanted) {
            boolean methodSpeaks = List.of(method.getAnnotations()).stream()
                    .anyMatch(found -> BundleClasses.GATES.contains(name(found)));
            Annotation[] annotations = methodSpeaks
                    ? method.getAnnotations()
                    : method.getDeclaringClass().getAnnotations();
            return List.of(annotations).stream()
                    .filter(found -> name(found).equals(wanted))
                    .findFirst();
        }

        private static String name(Annotation annotation) {
            return annotation.annotationType().getName();
        }

        private static String value(Annotation annotation) {
            try {
                return (String) annotation.annotationType().getMethod("value").invoke(annotation);
            } catch (ReflectiveOperationException impossible) {
                throw new IllegalStateException(annotation + " has a value", impossible);
            }
        }
    }
}
