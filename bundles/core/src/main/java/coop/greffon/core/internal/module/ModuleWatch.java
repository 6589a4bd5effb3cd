package coop.greffon.core.internal.module;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.karaf.features.DeploymentEvent;
import org.apache.karaf.features.DeploymentListener;
import org.apache.karaf.features.FeaturesService;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceListener;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees modules come, change and go, whoever exchanges them: our own commands, Karaf's {@code feature:install} or {@code bundle:update}.
 *
 * <p>Karaf's own refresh is off, since it would restart every bundle with a persistence unit; this one restarts exactly those that stand
 * on what was exchanged, once, while the exchanged bundle is down anyway.
 */
@Component(service = ModuleWatch.class, immediate = true)
public final class ModuleWatch {
    private static final Logger LOG = LoggerFactory.getLogger(ModuleWatch.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    private static final Duration TO_REFRESH = Duration.ofSeconds(30);

    /** Karaf does not say when a deployment failed half-way. */
    private static final Duration LONGEST_EXCHANGE = Duration.ofSeconds(60);

    private static final String RUNTIME_CHANGED =
            "(objectClass=org.osgi.service.component.runtime.ServiceComponentRuntime)";

    private final BundleContext context;
    private final ModuleRegistry registry;
    private final FeaturesService features;
    private final StaleWirings staleWirings;
    private final ScheduledExecutorService clockwork = clockwork();
    private final SynchronousBundleListener bundles = this::onBundle;
    private final DeploymentListener deployments = this::onDeployment;
    private final ServiceListener components = event -> look();
    private boolean isLookWanted;
    private boolean isScheduled;
    private volatile long deployingUntil = System.nanoTime();

    @Activate
    public ModuleWatch(BundleContext context, @Reference ModuleRegistry registry, @Reference FeaturesService features)
            throws InvalidSyntaxException {
        this.context = context;
        this.registry = registry;
        this.features = features;
        this.staleWirings = new StaleWirings(context);
        context.addBundleListener(bundles);
        context.addServiceListener(components, RUNTIME_CHANGED);
        features.registerListener(deployments);
        look();
    }

    @Deactivate
    void stop() {
        features.unregisterListener(deployments);
        context.removeServiceListener(components);
        context.removeBundleListener(bundles);
        clockwork.shutdown();
    }

    private static ScheduledExecutorService clockwork() {
        var clockwork = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "greffon-module-watch");
            thread.setDaemon(true);
            return thread;
        });
        clockwork.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        return clockwork;
    }

    private void onDeployment(DeploymentEvent event) {
        switch (event) {
            case DEPLOYMENT_STARTED -> {
                deployingUntil = System.nanoTime() + LONGEST_EXCHANGE.toNanos();
                registry.exchangeBegins();
            }
            case BUNDLES_INSTALLED -> {
                registry.exchangeEnds();
                refresh();
                deployingUntil = System.nanoTime();
            }
            default -> look();
        }
    }

    private void onBundle(BundleEvent event) {
        if (event.getBundle().getHeaders("").get(ModuleRegistry.HEADER) == null) {
            return;
        }
        look();
        boolean exchanged = event.getType() == BundleEvent.UPDATED || event.getType() == BundleEvent.UNINSTALLED;
        if (exchanged && System.nanoTime() - deployingUntil >= 0) {
            // Whoever exchanges a bundle by hand does so within this event: it has to end first.
            clockwork.schedule(this::refresh, BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void refresh() {
        try {
            staleWirings.refresh(TO_REFRESH);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        synchronized (clockwork) {
            isLookWanted = true;
            schedule();
        }
    }

    private void schedule() {
        if (!isScheduled && !clockwork.isShutdown()) {
            isScheduled = true;
            clockwork.schedule(this::lookOnce, BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void lookOnce() {
        synchronized (clockwork) {
            isLookWanted = false;
        }
        boolean again = true;
        try {
            again = registry.look();
        } catch (RuntimeException changing) {
            // A bundle may go while it is asked; the next look finds it gone.
            LOG.debug("Modules changed while they were looked at", changing);
        }
        synchronized (clockwork) {
            isScheduled = false;
            if (again || isLookWanted) {
                schedule();
            }
        }
    }
}
