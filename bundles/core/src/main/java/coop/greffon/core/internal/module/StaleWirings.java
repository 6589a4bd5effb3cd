package coop.greffon.core.internal.module;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.wiring.FrameworkWiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Bundles that still hang on a version of a module that was exchanged or uninstalled. */
final class StaleWirings {
    private static final Logger LOG = LoggerFactory.getLogger(StaleWirings.class);

    private final BundleContext context;

    StaleWirings(BundleContext context) {
        this.context = context;
    }

    /** Wires them anew: the framework stops exactly those, in order, and starts those again that ran. */
    void refresh(Duration patience) throws InterruptedException {
        FrameworkWiring framework = context.getBundle(0).adapt(FrameworkWiring.class);
        List<Bundle> exchanged = framework.getRemovalPendingBundles().stream()
                .filter(bundle -> bundle.getHeaders("").get(ModuleRegistry.HEADER) != null)
                .toList();
        if (exchanged.isEmpty()) {
            return;
        }
        LOG.info("Restarting what stands on {}", exchanged);
        var refreshed = new CountDownLatch(1);
        framework.refreshBundles(exchanged, event -> refreshed.countDown());
        if (!refreshed.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.warn("The dependents of {} are not wired anew after {}", exchanged, patience);
        }
    }
}
