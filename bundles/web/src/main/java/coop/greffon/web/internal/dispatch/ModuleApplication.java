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
import org.glassfish.jersey.internal.inject.AbstractBinder;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.model.Resource;
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
        container = new ServletContainer(application(resources, providers));
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(ServletContainer.class.getClassLoader());
        try {
            container.init(config);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    static ResourceConfig application(Collection<?> resources, List<Object> providers) {
        ResourceConfig application = new ResourceConfig();
        resources.forEach(resource -> application.registerResources(Resource.from(resource.getClass())));
        application.register(new Instances(resources));
        providers.forEach(application::register);
        application.property("jersey.config.server.wadl.disableWadl", true);
        application.property("jersey.config.beanValidation.disable.server", true);
        application.property("jersey.config.disableAutoDiscovery", true);
        application.property("jersey.config.disableMetainfServicesLookup", true);
        application.property("jersey.config.server.response.setStatusOverSendError", true);
        application.property("jersey.config.server.resource.validation.ignoreErrors", false);
        // Behind a proxy that ends TLS an absolute address would be http, which the browser refuses after a form.
        application.property("jersey.config.server.headers.location.relative.resolution.disabled", true);
        return application;
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

    /** The resources are components already: JAX-RS is to use them, not to make its own. */
    private static final class Instances extends AbstractBinder {
        private final Collection<?> resources;

        Instances(Collection<?> resources) {
            this.resources = resources;
        }

        @Override
        protected void configure() {
            resources.forEach(this::bindToItsClass);
        }

        @SuppressWarnings("unchecked")
        private <T> void bindToItsClass(T resource) {
            bind(resource).to((Class<T>) resource.getClass());
        }
    }
}
