package coop.greffon.web.internal.dispatch;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.servlet.ServletConfig;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.servlet.ServletContainer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The JAX-RS application of one module: a Jersey container that is closed only after the requests within have left. */
final class ModuleApplication {
    private static final Logger LOG = LoggerFactory.getLogger(ModuleApplication.class);
    private static final int PLACES = 10_000;

    private final ServletContainer container;
    private final Semaphore places = new Semaphore(PLACES);
    private volatile boolean closing;

    ModuleApplication(Collection<?> resources, List<Object> providers, ServletConfig config) throws ServletException {
        ResourceConfig application = new ResourceConfig();
        resources.forEach(application::register);
        providers.forEach(application::register);
        application.property("jersey.config.server.wadl.disableWadl", true);
        application.property("jersey.config.beanValidation.disable.server", true);
        application.property("jersey.config.disableAutoDiscovery", true);
        application.property("jersey.config.disableMetainfServicesLookup", true);
        application.property("jersey.config.server.response.setStatusOverSendError", true);
        application.property("jersey.config.server.resource.validation.ignoreErrors", false);
        container = new ServletContainer(application);
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(ServletContainer.class.getClassLoader());
        try {
            container.init(config);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** Serves a request, unless this application is closing. */
    boolean serve(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        if (closing || !places.tryAcquire()) {
            return false;
        }
        try {
            container.service(request, response);
            return true;
        } finally {
            places.release();
        }
    }

    /** Lets nobody in any more and waits for those within. */
    void close(Duration patience) {
        closing = true;
        try {
            if (!places.tryAcquire(PLACES, patience.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("{} requests did not end within {}", PLACES - places.availablePermits(), patience);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        container.destroy();
    }
}
