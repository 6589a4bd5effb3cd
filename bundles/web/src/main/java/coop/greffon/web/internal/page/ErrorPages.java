package coop.greffon.web.internal.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import coop.greffon.core.message.Text;
import coop.greffon.core.module.Module;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.Problem;
import coop.greffon.core.problem.TooSoon;
import coop.greffon.web.Page;
import coop.greffon.web.Visit;
import coop.greffon.web.internal.view.StaticTemplates;
import coop.greffon.web.internal.view.Templates;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.ws.rs.WebApplicationException;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.glassfish.jersey.server.ParamException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says no, to people as a page and to programs as problem+json, each in the reader's language. */
@Component(service = ErrorPages.class)
public final class ErrorPages {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);
    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final String PROBLEM = "application/problem+json";
    private static final String HELP = "/help/problems#";

    private static final int DEEPEST = 20;

    private final Templates templates = new StaticTemplates();
    private final PageWriter pages;

    @Activate
    public ErrorPages(@Reference PageWriter pages) {
        this.pages = pages;
    }

    /** What a reader is told. */
    private record Refusal(int status, Text title, List<FieldError> errors, String incident) {
        static Refusal of(int status, Text title) {
            return new Refusal(status, title, List.of(), null);
        }
    }

    /** The answer to a failure in a resource. */
    public Response answer(Throwable failure, HttpServletRequest request, Visit visit) {
        if (failure instanceof NotSignedIn && !isApi(request)) {
            return Response.seeOther(URI.create("/sign-in?to=" + encode(address(request))))
                    .build();
        }
        Refusal refusal = refusal(failure);
        var response = Response.status(refusal.status());
        if (failure instanceof WebApplicationException web && web.getResponse().getHeaderString("Allow") != null) {
            response.header("Allow", web.getResponse().getHeaderString("Allow"));
        }
        if (failure instanceof TooSoon early) {
            response.header(Waits.RETRY_AFTER, Waits.seconds(early.delay()));
        }
        return isApi(request)
                ? response.type(PROBLEM).entity(json(refusal, visit)).build()
                : response.type(MediaType.TEXT_HTML_TYPE)
                        .entity(page(refusal, visit))
                        .build();
    }

    /** The answer where a module cannot serve now; the module is null where it is none's fault, such as the database's. */
    public void unavailable(HttpServletRequest request, HttpServletResponse response, Module module)
            throws IOException {
        Visit visit = (Visit) request.getAttribute(Visit.class.getName());
        response.setHeader(Waits.RETRY_AFTER, "5");
        write(Refusal.of(503, reason(visit, module)), request, response);
    }

    /** The answer to a failure before any resource was asked. */
    public void failed(Throwable failure, HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(refusal(failure), request, response);
    }

    private void write(Refusal refusal, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Visit visit = (Visit) request.getAttribute(Visit.class.getName());
        response.setStatus(refusal.status());
        if (isApi(request)) {
            response.setContentType(PROBLEM);
            response.getOutputStream().write(json(refusal, visit));
        } else {
            response.setContentType("text/html; charset=utf-8");
            response.getOutputStream().write(pages.html(page(refusal, visit), visit));
        }
    }

    private static Text reason(Visit visit, Module module) {
        if (module == null) {
            return Text.of("web.problem.status-503");
        }
        String name = visit.t(module.id() + ".module.name");
        return module.reason() == null
                ? Text.of("web.problem.module-waiting", name)
                : Text.of("web.problem.module-broken", name, visit.t(module.reason()));
    }

    private static Refusal refusal(Throwable failure) {
        if (failure instanceof Problem problem) {
            return new Refusal(status(problem.kind()), problem.title(), problem.errors(), null);
        }
        if (failure instanceof NotSignedIn) {
            return Refusal.of(401, Text.of("web.problem.not-signed-in"));
        }
        if (failure instanceof Unreadable unreadable) {
            List<FieldError> errors = unreadable.errors();
            return new Refusal(400, Text.of("core.problem.invalid", errors.size()), errors, null);
        }
        if (failure instanceof ParamException parameter) {
            var error = FieldError.of(
                    parameter.getParameterName(), null, Text.of("web.problem.parameter", parameter.getParameterName()));
            int status = parameter instanceof ParamException.PathParamException ? 404 : 400;
            return new Refusal(status, Text.of("core.problem.invalid", 1), List.of(error), null);
        }
        if (failure instanceof JsonMappingException mapping) {
            return new Refusal(400, Text.of("core.problem.invalid", 1), List.of(JsonRefusal.of(mapping)), null);
        }
        if (failure instanceof JsonProcessingException broken) {
            var place = broken.getLocation();
            return Refusal.of(
                    400,
                    Text.of(
                            "web.problem.json",
                            place == null ? 0 : place.getLineNr(),
                            place == null ? 0 : place.getColumnNr()));
        }
        if (failure instanceof WebApplicationException web) {
            int status = web.getResponse().getStatus();
            return Refusal.of(status, Text.of("web.problem.status-" + status));
        }
        if (isOvertaken(failure)) {
            return Refusal.of(409, Text.of("core.problem.stale"));
        }
        String incident = UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        LOG.error("Incident {}", incident, failure);
        return new Refusal(500, Text.of("web.problem.incident"), List.of(), incident);
    }

    /** Two changed one record at once. Known by its name, since pages know nothing of how things are stored. */
    private static boolean isOvertaken(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(DEEPEST)
                .anyMatch(cause -> cause.getClass().getSimpleName().equals("OptimisticLockException"));
    }

    /** The status that answers a kind of problem. */
    static int status(Problem.Kind kind) {
        // No default: a new kind does not compile until it has its status.
        return switch (kind) {
            case INVALID, REFUSED -> 422;
            case NOT_FOUND -> 404;
            case FORBIDDEN -> 403;
            case STALE -> 409;
            case TOO_SOON -> Waits.TOO_MANY_REQUESTS;
        };
    }

    private Page page(Refusal refusal, Visit visit) {
        Text title = refusal.title();
        var content = templates.error(visit, refusal.status(), visit.t(title), refusal.errors(), refusal.incident());
        return visit.account().isPresent() ? Page.bare(title, content) : Page.alone(title, content);
    }

    private static byte[] json(Refusal refusal, Visit visit) {
        List<ProblemBody.Field> fields = refusal.errors().stream()
                .map(error -> new ProblemBody.Field(
                        error.field(),
                        error.value(),
                        visit.t(error.message()),
                        error.remedy() == null ? null : visit.t(error.remedy())))
                .toList();
        Text title = refusal.title();
        var body = new ProblemBody(
                HELP + kind(refusal.status()),
                visit.t(title),
                title.key(),
                refusal.status(),
                refusal.incident(),
                fields);
        try {
            return JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Strings are always writable", impossible);
        }
    }

    /** The section of the help: one for all that the address does not know. */
    private static int kind(int status) {
        return status == 406 || status == 415 ? 405 : status;
    }

    private static boolean isApi(HttpServletRequest request) {
        String path = request.getPathInfo();
        return path != null && path.startsWith("/api/");
    }

    private static String address(HttpServletRequest request) {
        String query = request.getQueryString();
        return request.getPathInfo() + (query == null ? "" : "?" + query);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
