package coop.greffon.web.internal.catalogue;

import coop.greffon.core.extension.Extensions;
import coop.greffon.core.health.Health;
import coop.greffon.core.health.Health.Level;
import coop.greffon.core.health.HealthCheck;
import coop.greffon.core.message.Text;
import java.util.List;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the checks of a module. */
@Component(service = Healths.class)
public final class Healths {
    private static final Logger LOG = LoggerFactory.getLogger(Healths.class);

    private final Extensions<HealthCheck> checks;

    @Activate
    public Healths(BundleContext context) {
        this.checks = Extensions.of(context, HealthCheck.class);
    }

    @Deactivate
    void stop() {
        checks.close();
    }

    /** What the checks of a module find now; one that throws has failed. */
    List<Health> of(String module) {
        return checks.all().stream()
                .filter(check -> check.module().equals(module))
                .map(check -> found(module, check.service()))
                .toList();
    }

    private static Health found(String module, HealthCheck check) {
        try {
            return check.check();
        } catch (RuntimeException failed) {
            LOG.warn("A check of {} failed itself", module, failed);
            return new Health(Level.FAIL, Text.of("web.modules.check-failed"));
        }
    }
}
