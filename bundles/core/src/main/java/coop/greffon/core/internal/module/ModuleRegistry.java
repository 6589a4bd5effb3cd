package coop.greffon.core.internal.module;

import coop.greffon.core.message.Text;
import coop.greffon.core.module.Module;
import coop.greffon.core.module.Modules;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.FrameworkListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.util.tracker.BundleTracker;

/** Knows every installed module, whether it can start or not: it needs nothing but the bundles themselves. */
@Component(service = {Modules.class, ModuleRegistry.class})
public final class ModuleRegistry implements Modules {
    static final String HEADER = "Greffon-Module";
    private static final int INSTALLED =
            Bundle.INSTALLED | Bundle.RESOLVED | Bundle.STARTING | Bundle.ACTIVE | Bundle.STOPPING;

    private final Map<String, TrackedModule> modules = new ConcurrentHashMap<>();
    private final BundleContext context;
    private final FrameworkListener errors = this::remember;
    private final BundleTracker<TrackedModule> tracker;

    @Activate
    public ModuleRegistry(BundleContext context) {
        this.context = context;
        this.tracker = new BundleTracker<>(context, INSTALLED, null) {
            @Override
            public TrackedModule addingBundle(Bundle bundle, BundleEvent event) {
                String id = bundle.getHeaders("").get(HEADER);
                if (id == null) {
                    return null;
                }
                var module = new TrackedModule(id, bundle);
                module.readFile();
                modules.put(id, module);
                return module;
            }

            @Override
            public void modifiedBundle(Bundle bundle, BundleEvent event, TrackedModule module) {
                if (event != null && event.getType() == BundleEvent.UPDATED) {
                    module.readFile();
                }
            }

            @Override
            public void removedBundle(Bundle bundle, BundleEvent event, TrackedModule module) {
                modules.remove(module.id(), module);
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

    private void remember(FrameworkEvent event) {
        if (event.getType() != FrameworkEvent.ERROR || event.getThrowable() == null) {
            return;
        }
        modules.values().stream()
                .filter(module -> module.bundle().equals(event.getBundle()))
                .forEach(module -> module.fail(Text.of("core.module.start-failed", Reasons.of(event.getThrowable()))));
    }

    /** Writes down why a module cannot be used; null once it can. */
    void setFailure(String id, Text reason) {
        TrackedModule module = modules.get(id);
        if (module != null) {
            module.fail(reason);
        }
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
