package coop.greffon.core.internal.module;

import coop.greffon.core.internal.persistence.Migrations;
import coop.greffon.core.message.Text;
import java.util.Hashtable;
import javax.sql.DataSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.util.tracker.BundleTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a module's tables up to date before the module may have the database.
 *
 * <p>A module's persistence unit waits for a DataSource of its own name; it is published only after the migrations, so one that fails
 * leaves that module down and nobody else.
 */
@Component(service = ModuleDatabases.class, immediate = true)
public final class ModuleDatabases {
    private static final Logger LOG = LoggerFactory.getLogger(ModuleDatabases.class);

    private final ModuleRegistry registry;
    private final Migrations migrations;
    private final DataSource dataSource;
    private final BundleContext context;
    private final BundleTracker<ServiceRegistration<DataSource>> tracker;

    @Activate
    public ModuleDatabases(
            BundleContext context,
            @Reference ModuleRegistry registry,
            @Reference(target = "(osgi.jndi.service.name=greffon)") DataSource dataSource) {
        this.context = context;
        this.registry = registry;
        this.dataSource = dataSource;
        this.migrations = new Migrations(dataSource);
        this.tracker = new BundleTracker<>(context, Bundle.STARTING | Bundle.ACTIVE, null) {
            @Override
            public ServiceRegistration<DataSource> addingBundle(Bundle bundle, BundleEvent event) {
                String module = bundle.getHeaders("").get(ModuleRegistry.HEADER);
                return module == null ? null : prepare(module, bundle);
            }

            @Override
            public void removedBundle(Bundle bundle, BundleEvent event, ServiceRegistration<DataSource> published) {
                published.unregister();
            }
        };
    }

    /** Gives each module that is there its database, and those that come later. */
    void open() {
        tracker.open();
    }

    @Deactivate
    void stop() {
        tracker.close();
    }

    /**
     * Takes the database away from every module, does something, and gives it back: the modules come up anew, and nothing they remembered
     * of the database is left.
     */
    public void whileAway(Runnable work) {
        tracker.close();
        try {
            work.run();
        } finally {
            registry.beginAnew();
            tracker.open();
        }
    }

    private ServiceRegistration<DataSource> prepare(String module, Bundle bundle) {
        try {
            int applied = migrations.apply(module, (folder, pattern) -> bundle.findEntries(folder, pattern, false));
            if (applied > 0) {
                LOG.info("Module {}: {} migrations applied", module, applied);
            }
        } catch (RuntimeException failed) {
            LOG.error("Module {}: its migration failed, the module stays down", module, failed);
            registry.setFailure(module, Text.of("core.module.migration-failed", Reasons.of(failed)));
            return null;
        }
        registry.setFailure(module, null);
        var properties = new Hashtable<String, Object>();
        properties.put("osgi.jndi.service.name", "greffon/" + module);
        return context.registerService(DataSource.class, dataSource, properties);
    }
}
