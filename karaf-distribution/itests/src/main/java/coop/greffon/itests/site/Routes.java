package coop.greffon.itests.site;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import coop.greffon.itests.site.Route.Access;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every route of the bundles in a distribution, read from the annotations of their resources. */
public final class Routes {
    private static final String PATH = "javax.ws.rs.Path";
    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "DELETE", "PATCH");
    private static final String CONSUMES = "javax.ws.rs.Consumes";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String OPEN = "coop.greffon.web.Open";
    private static final String SIGNED_IN = "coop.greffon.web.SignedIn";
    private static final String REQUIRES = "coop.greffon.web.RequiresPermission";

    private Routes() {}

    /**
     * Reads the routes of every bundle of ours.
     *
     * @param distribution the folder that was unpacked
     */
    public static List<Route> of(Path distribution) {
        return OurBundles.in(distribution).stream()
                .flatMap(bundle -> of(bundle).stream())
                .toList();
    }

    private static List<Route> of(JavaClasses classes) {
        List<Route> routes = new ArrayList<>();
        for (JavaClass type : classes) {
            if (type.isAnnotatedWith(PATH)) {
                for (JavaMethod method : type.getMethods()) {
                    METHODS.stream()
                            .filter(verb -> method.isAnnotatedWith("javax.ws.rs." + verb))
                            .forEach(verb -> routes.add(route(verb, type, method)));
                }
            }
        }
        return routes;
    }

    private static Route route(String verb, JavaClass type, JavaMethod method) {
        String joined =
                ("/" + value(type, PATH).orElse("") + "/" + value(method, PATH).orElse("")).replaceAll("/+", "/");
        String template =
                joined.length() > 1 && joined.endsWith("/") ? joined.substring(0, joined.length() - 1) : joined;
        HasAnnotations<?> speaks = saysWhoMayEnter(method) ? method : type;
        Optional<String> permission = value(speaks, REQUIRES);
        Access access = permission.isPresent()
                ? Access.PERMISSION
                : speaks.isAnnotatedWith(SIGNED_IN) ? Access.SIGNED_IN : Access.OPEN;
        String mediaType =
                value(method, CONSUMES).or(() -> value(type, CONSUMES)).orElse(FORM);
        return new Route(verb, template, mediaType, access, permission);
    }

    private static boolean saysWhoMayEnter(JavaMethod method) {
        return Stream.of(OPEN, SIGNED_IN, REQUIRES).anyMatch(method::isAnnotatedWith);
    }

    private static Optional<String> value(HasAnnotations<?> place, String annotation) {
        return place.tryGetAnnotationOfType(annotation)
                .flatMap(found -> found.get("value"))
                .map(value -> value instanceof Object[] several ? String.valueOf(several[0]) : String.valueOf(value));
    }
}
