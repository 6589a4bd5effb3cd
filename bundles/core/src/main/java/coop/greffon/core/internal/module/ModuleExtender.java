package coop.greffon.core.internal.module;

import coop.greffon.core.internal.persistence.Migrations;
import coop.greffon.core.message.Text;
import coop.greffon.core.module.Module;
import coop.greffon.core.module.Modules;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.FrameworkListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.util.tracker.BundleTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what bundles declare and brings their tables up to date before they may have the database.
 *
 * <p>A bundle's persistence unit waits for a DataSource of its own name; it is published only after the bundle's migrations, so a failed
 * migration leaves that bundle down and nobody else.
 */
@Component(service = Modules.class, immediate = true)
public final class ModuleExtender implements Modules {
    private static final Logger LOG = LoggerFactory.getLogger(ModuleExtender.class);
    private static final String HEADER = "Greffon-Module";
    private static final int INSTALLED =
            Bundle.INSTALLED | Bundle.RESOLVED | Bundle.STARTING | Bundle.ACTIVE | Bundle.STOPPING;

    private final Map<String, TrackedModule> modules = new ConcurrentHashMap<>();
    private final Migrations migrations;
    private final DataSource dataSource;
    private final BundleContext context;
    private final FrameworkListener errors = this::remember;
    private final BundleTracker<TrackedModule> tracker;

    @Activate
    public ModuleExtender(
            BundleContext context, @Reference(target = "(osgi.jndi.service.name=greffon)") DataSource dataSource) {
        this.context = context;
        this.dataSource = dataSource;
        this.migrations = new Migrations(dataSource);
        this.tracker = new BundleTracker<>(context, INSTALLED, null) {
            @Override
            public TrackedModule addingBundle(Bundle bundle, BundleEvent event) {
                return added(bundle);
            }

            @Override
            public void modifiedBundle(Bundle bundle, BundleEvent event, TrackedModule module) {
                changed(module, event);
            }

            @Override
            public void removedBundle(Bundle bundle, BundleEvent event, TrackedModule module) {
                removed(module);
            }
        };
        context.addFrameworkListener(errors);
        tracker.open();
    }

    @Deactivate
    void stop() {
        context.removeFrameworkListener(errors);
        tracker.close();
    }

    private TrackedModule added(Bundle bundle) {
        String id = bundle.getHeaders("").get(HEADER);
        if (id == null) {
            return null;
        }
        var module = new TrackedModule(id, bundle);
        module.readFile();
        modules.put(id, module);
        changed(module, null);
        return module;
    }

    private void changed(TrackedModule module, BundleEvent event) {
        if (event != null && event.getType() == BundleEvent.UPDATED) {
            module.readFile();
        }
        int state = module.bundle().getState();
        if (state == Bundle.STARTING || state == Bundle.ACTIVE) {
            migrate(module);
        } else {
            module.unpublish();
        }
    }

    private void removed(TrackedModule module) {
        module.unpublish();
        modules.remove(module.id(), module);
    }

    private void migrate(TrackedModule module) {
        if (module.isPublished()) {
            return;
        }
        try {
            Bundle bundle = module.bundle();
            int applied =
                    migrations.apply(module.id(), (folder, pattern) -> bundle.findEntries(folder, pattern, false));
            if (applied > 0) {
                LOG.info("Module {}: {} migrations applied", module.id(), applied);
            }
            module.publish(context, dataSource);
        } catch (RuntimeException failed) {
            LOG.error("Module {}: its migration failed, the module stays down", module.id(), failed);
            module.fail(Text.of("core.module.migration-failed", firstLine(failed)));
        }
    }

    private void remember(FrameworkEvent event) {
        if (event.getType() != FrameworkEvent.ERROR || event.getThrowable() == null) {
            return;
        }
        modules.values().stream()
                .filter(module -> module.bundle().equals(event.getBundle()))
                .forEach(module -> module.fail(Text.of("core.module.start-failed", firstLine(event.getThrowable()))));
    }

    private static String firstLine(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return message.lines().filter(line -> !line.isBlank()).findFirst().orElse(message);
    }

    @Override
    public List<Module> installed() {
        return modules.values().stream()
                .map(TrackedModule::view)
                .sorted(Comparator.comparing(Module::id))
                .toList();
    }

    @Override
    public Optional<Module> find(String id) {
        return Optional.ofNullable(modules.get(id)).map(TrackedModule::view);
    }
}
