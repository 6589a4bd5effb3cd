package coop.greffon.core.internal.module;

import coop.greffon.core.message.Text;
import coop.greffon.core.module.Module;
import coop.greffon.core.module.ModuleState;
import coop.greffon.core.module.Modules;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.FrameworkListener;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.util.tracker.BundleTracker;

/** Knows every installed module, whether it can start or not: it needs nothing but the bundles themselves. */
@Component(service = {Modules.class, ModuleRegistry.class})
public final class ModuleRegistry implements Modules {
    static final String HEADER = "Greffon-Module";
    private static final int INSTALLED =
            Bundle.INSTALLED | Bundle.RESOLVED | Bundle.STARTING | Bundle.ACTIVE | Bundle.STOPPING;

    private final Map<String, TrackedModule> modules = new ConcurrentHashMap<>();
    private final Set<String> leaving = ConcurrentHashMap.newKeySet();
    private final BundleContext context;
    private final ComponentStates components;
    private final Unresolved unresolved;
    private final FrameworkListener errors = this::remember;
    private final BundleTracker<TrackedModule> tracker;
    private volatile boolean isExchanging;

    @Activate
    public ModuleRegistry(BundleContext context, @Reference ServiceComponentRuntime runtime) {
        this.context = context;
        this.components = new ComponentStates(runtime);
        this.unresolved = new Unresolved(context.getBundle(0).adapt(FrameworkWiring.class));
        this.tracker = new Following(context);
        context.addFrameworkListener(errors);
        tracker.open();
    }

    @Deactivate
    void stop() {
        context.removeFrameworkListener(errors);
        tracker.close();
    }

    private final class Following extends BundleTracker<TrackedModule> {
        Following(BundleContext context) {
            super(context, INSTALLED, null);
        }

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
            module.changed();
        }

        @Override
        public void removedBundle(Bundle bundle, BundleEvent event, TrackedModule module) {
            module.changed();
            if (!isExchanging) {
                modules.remove(module.id(), module);
            }
        }
    }

    private void remember(FrameworkEvent event) {
        if (event.getType() != FrameworkEvent.ERROR || event.getThrowable() == null) {
            return;
        }
        modules.values().stream()
                .filter(module -> module.bundle().equals(event.getBundle()))
                .forEach(module -> module.fail(Text.of("core.module.start-failed", Reasons.of(event.getThrowable()))));
    }

    /** Bundles are about to be exchanged: one that is uninstalled now may come back in another version. */
    void exchangeBegins() {
        isExchanging = true;
    }

    /** Every bundle that is to be there is there; one that is not has gone for good. */
    void exchangeEnds() {
        isExchanging = false;
        modules.values().removeIf(module -> module.bundle().getState() == Bundle.UNINSTALLED);
    }

    /** Modules that are being removed: nobody is to wait for them any more. */
    void leave(Collection<String> ids) {
        leaving.addAll(ids);
    }

    /** The removal is over; where it failed, they are still here. */
    void left(Collection<String> ids) {
        leaving.removeAll(ids);
    }

    /**
     * Asks the component runtime again how modules stand.
     *
     * @return whether one of them is still on its way
     */
    boolean look() {
        modules.values().removeIf(TrackedModule::hasGone);
        modules.values().forEach(module -> module.look(components));
        return modules.values().stream()
                .anyMatch(module -> module.view(unresolved).state() == ModuleState.IN_TRANSITION);
    }

    /** The bundle of an installed module, null where it is not installed. */
    Bundle bundle(String id) {
        TrackedModule module = modules.get(id);
        return module == null ? null : module.bundle();
    }

    /** All modules are about to come up anew: none is waited for in vain yet. */
    void beginAnew() {
        modules.values().forEach(TrackedModule::begin);
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
                .filter(module -> !leaving.contains(module.id()))
                .map(module -> module.view(unresolved))
                .sorted(Comparator.comparing(Module::id))
                .toList();
    }

    @Override
    public Optional<Module> find(String id) {
        return leaving.contains(id)
                ? Optional.empty()
                : Optional.ofNullable(modules.get(id)).map(module -> module.view(unresolved));
    }
}
