package coop.greffon.web.internal.dispatch;

import coop.greffon.web.WebResource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javax.servlet.ServletConfig;
import javax.servlet.ServletException;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One application per module, there exactly while each of the module's resources is there.
 *
 * <p>A resource is unregistered before anything it stands on is taken away: its dependents go first. Waiting at that moment until the
 * requests within have left is what keeps an upgrade from failing any of them.
 */
final class Applications {
    private static final Logger LOG = LoggerFactory.getLogger(Applications.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);
    private static final String HEADER = "Greffon-Module";

    private final BundleContext context;
    private final ServiceComponentRuntime components;
    private final Supplier<List<Object>> providers;
    private final ServletConfig config;
    private final Map<Bundle, List<WebResource>> resources = new HashMap<>();
    private final Map<String, ModuleApplication> applications = new HashMap<>();
    private final ServiceTracker<WebResource, WebResource> tracker;

    Applications(
            BundleContext context,
            ServiceComponentRuntime components,
            Supplier<List<Object>> providers,
            ServletConfig config) {
        this.context = context;
        this.components = components;
        this.providers = providers;
        this.config = config;
        this.tracker = new ServiceTracker<>(context, WebResource.class, new Following());
    }

    void open() {
        tracker.open();
    }

    void close() {
        tracker.close();
    }

    /** The application of a module, or null while it is not all there. */
    synchronized ModuleApplication find(String module) {
        return applications.get(module);
    }

    /**
     * The application of a module, waiting for it.
     *
     * @param isWorthWaiting asked now and then: a module may be removed or break while requests wait for it
     * @return null where it does not come in time
     */
    ModuleApplication await(String module, Duration patience, BooleanSupplier isWorthWaiting)
            throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        ModuleApplication found = find(module);
        // Asked outside the lock: the answer may need the framework, which may be calling us about a resource that
        // comes or goes.
        while (found == null && isWorthWaiting.getAsBoolean() && System.nanoTime() < end) {
            found = findWithin(module, BETWEEN_LOOKS);
        }
        return found;
    }

    private synchronized ModuleApplication findWithin(String module, Duration patience) throws InterruptedException {
        if (!applications.containsKey(module)) {
            wait(patience.toMillis());
        }
        return applications.get(module);
    }

    private synchronized void added(Bundle bundle, WebResource resource) {
        List<WebResource> present = resources.computeIfAbsent(bundle, ignored -> new ArrayList<>());
        present.add(resource);
        String module = bundle.getHeaders("").get(HEADER);
        if (module == null || present.size() < expected(bundle)) {
            return;
        }
        try {
            applications.put(module, new ModuleApplication(present, providers.get(), config));
            notifyAll();
        } catch (ServletException | RuntimeException broken) {
            LOG.error("The pages of module {} cannot be put together", module, broken);
        }
    }

    private long expected(Bundle bundle) {
        return components.getComponentDescriptionDTOs(bundle).stream()
                .filter(component -> List.of(component.serviceInterfaces).contains(WebResource.class.getName()))
                .count();
    }

    private void removed(Bundle bundle, WebResource resource) {
        ModuleApplication application;
        synchronized (this) {
            resources.getOrDefault(bundle, new ArrayList<>()).remove(resource);
            application = applications.remove(bundle.getHeaders("").get(HEADER));
        }
        if (application != null) {
            application.close(PATIENCE);
        }
    }

    private final class Following implements ServiceTrackerCustomizer<WebResource, WebResource> {
        @Override
        public WebResource addingService(ServiceReference<WebResource> reference) {
            WebResource resource = context.getService(reference);
            if (resource != null) {
                added(reference.getBundle(), resource);
            }
            return resource;
        }

        @Override
        public void modifiedService(ServiceReference<WebResource> reference, WebResource resource) {
            // A resource's service properties say nothing that an application depends on.
        }

        @Override
        public void removedService(ServiceReference<WebResource> reference, WebResource resource) {
            removed(reference.getBundle(), resource);
            context.ungetService(reference);
        }
    }
}
