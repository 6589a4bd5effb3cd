package coop.greffon.web.internal.dispatch;

import coop.greffon.core.message.Messages;
import coop.greffon.core.module.Module;
import coop.greffon.core.module.ModuleState;
import coop.greffon.core.module.Modules;
import coop.greffon.web.Visit;
import coop.greffon.web.form.SentForm;
import coop.greffon.web.internal.asset.Assets;
import coop.greffon.web.internal.monitor.RequestCounts;
import coop.greffon.web.internal.page.ErrorPages;
import coop.greffon.web.internal.page.PageWriter;
import coop.greffon.web.internal.visit.VisitFactory;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javax.servlet.Servlet;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletMultipart;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one way in: it finds the module an address belongs to and hands the request to that module's application.
 *
 * <p>A request to a module on its way up, down or to another version waits instead of failing.
 */
@Component(service = Servlet.class, immediate = true, property = "load-on-startup:Integer=1")
@HttpWhiteboardServletName("greffon")
@HttpWhiteboardServletPattern("/*")
@HttpWhiteboardServletMultipart(fileSizeThreshold = Multipart.KEPT_IN_MEMORY, maxRequestSize = SentForm.MOST_BYTES)
public final class FrontServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String HOST = "web";
    private static final String CORE = "core";
    private static final int DEEPEST = 20;
    private static final Set<String> WATCHED = Set.of("/healthz", "/metrics");
    private static final Logger LOG = LoggerFactory.getLogger(FrontServlet.class);

    private final transient BundleContext context;
    private final transient Modules modules;
    private final transient ServiceComponentRuntime components;
    private final transient VisitFactory visits;
    private final transient PageWriter pages;
    private final transient ErrorPages errors;
    private final transient Assets assets;
    private final transient RequestCounts counts;
    private final transient IllegibleRequests illegible;
    private transient Applications applications;

    @Activate
    public FrontServlet(
            BundleContext context,
            @Reference Modules modules,
            @Reference ServiceComponentRuntime components,
            @Reference VisitFactory visits,
            @Reference PageWriter pages,
            @Reference ErrorPages errors,
            @Reference Assets assets,
            @Reference RequestCounts counts,
            @Reference Messages messages) {
        this.context = context;
        this.modules = modules;
        this.components = components;
        this.visits = visits;
        this.pages = pages;
        this.errors = errors;
        this.assets = assets;
        this.counts = counts;
        this.illegible = new IllegibleRequests(messages);
    }

    @Override
    public void init() {
        applications = new Applications(context, components, () -> Providers.of(pages, errors), getServletConfig());
        applications.open();
    }

    @Override
    public void destroy() {
        illegible.leave();
        applications.close();
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        illegible.answerFor(request);
        SecurityHeaders.write(request, response);
        if (assets.serve(request, response)) {
            return;
        }
        // Most answers are about people: whoever may keep one says so in its place.
        response.setHeader("Cache-Control", "no-store");
        HttpServletRequest bounded = BoundedBody.of(request);
        String module = moduleOf(bounded.getPathInfo());
        long start = System.nanoTime();
        try {
            if (!isVisit(bounded, response)) {
                return;
            }
            if (BoundedBody.isTooLarge(bounded)) {
                // A browser reads an answer only once it has sent everything.
                Multipart.passOver(request.getInputStream());
                errors.failed(BoundedBody.tooLarge(), bounded, response);
            } else {
                serve(module, bounded, response);
            }
        } finally {
            counts.count(module, response.getStatus(), System.nanoTime() - start);
        }
    }

    /** Whoever asks is looked up in the database; whether that is up is a question which must be answered without it. */
    private boolean isVisit(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (WATCHED.contains(request.getPathInfo())) {
            request.setAttribute(Visit.class.getName(), visits.ofStranger(request));
            return true;
        }
        try {
            request.setAttribute(Visit.class.getName(), visits.of(request, response));
            return true;
        } catch (RuntimeException unknown) {
            Visit stranger = visits.ofStranger(request);
            request.setAttribute(Visit.class.getName(), stranger);
            if (isOfTheDatabase(unknown)) {
                LOG.warn("Nobody can be recognised now", unknown);
                errors.unavailable(request, response, null);
            } else {
                errors.failed(unknown, request, response);
            }
            return false;
        }
    }

    private static boolean isOfTheDatabase(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(DEEPEST)
                .anyMatch(SQLException.class::isInstance);
    }

    private void serve(String module, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        try {
            if (isServed(module, request, response)) {
                return;
            }
            // It may have been removed while the request waited for it: then the address is nobody's.
            if (isKnown(module) || !isServed(HOST, request, response)) {
                errors.unavailable(request, response, modules.find(module).orElse(null));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            errors.unavailable(request, response, null);
        }
    }

    private boolean isServed(String module, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException, InterruptedException {
        ModuleApplication application = applicationOf(module);
        while (application != null && !application.serve(request, response)) {
            application = applicationOf(module);
        }
        return application != null;
    }

    private ModuleApplication applicationOf(String module) throws InterruptedException {
        ModuleApplication application = applications.find(module);
        return application == null
                ? applications.await(module, PATIENCE, () -> isKnown(module) && !isBroken(module))
                : application;
    }

    /** The module an address belongs to: its first segment, or the second below {@code /api}; web itself where that is no module. */
    private String moduleOf(String path) {
        List<String> segments = List.of((path == null ? "/" : path).substring(1).split("/", 3));
        String first = segments.get(0);
        String candidate = first.equals("api") && segments.size() > 1 ? segments.get(1) : first;
        return isKnown(candidate) ? candidate : HOST;
    }

    /** Whether core has a module of that name; between two of its versions it has, once it is being removed it has not. */
    private boolean isKnown(String module) {
        return !module.equals(CORE) && modules.find(module).isPresent();
    }

    private boolean isBroken(String module) {
        return modules.find(module)
                .map(Module::state)
                .filter(ModuleState.BROKEN::equals)
                .isPresent();
    }
}
