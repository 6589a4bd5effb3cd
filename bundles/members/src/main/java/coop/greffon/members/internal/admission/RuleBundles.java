package coop.greffon.members.internal.admission;

import coop.greffon.members.admission.AdmissionRule;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.util.tracker.BundleTracker;

/**
 * The modules that say in their manifest that they have an admission rule, whether they are up or not: one that is down must not be
 * taken for one that has nothing to say.
 */
@Component(service = RuleBundles.class)
public class RuleBundles {
    private static final String HEADER = "Greffon-Module";
    private static final int INSTALLED =
            Bundle.INSTALLED | Bundle.RESOLVED | Bundle.STARTING | Bundle.ACTIVE | Bundle.STOPPING;

    private final Map<Long, String> modules = new ConcurrentHashMap<>();
    private final BundleTracker<Bundle> tracker;

    @Activate
    public RuleBundles(BundleContext context) {
        this.tracker = new BundleTracker<>(context, INSTALLED, null) {
            @Override
            public Bundle addingBundle(Bundle bundle, BundleEvent event) {
                note(bundle);
                return bundle;
            }

            @Override
            public void modifiedBundle(Bundle bundle, BundleEvent event, Bundle tracked) {
                if (event != null && event.getType() == BundleEvent.UPDATED) {
                    note(bundle);
                }
            }

            @Override
            public void removedBundle(Bundle bundle, BundleEvent event, Bundle tracked) {
                modules.remove(bundle.getBundleId());
            }
        };
        tracker.open();
    }

    /** Modules that are known without a container. */
    RuleBundles(Set<String> known) {
        this.tracker = null;
        long id = 0;
        for (String module : known) {
            modules.put(id++, module);
        }
    }

    @Deactivate
    void stop() {
        tracker.close();
    }

    private void note(Bundle bundle) {
        String module = bundle.getHeaders("").get(HEADER);
        BundleRevision revision = module == null ? null : bundle.adapt(BundleRevision.class);
        boolean hasRule = revision != null
                && revision.getDeclaredCapabilities("osgi.service").stream()
                        .map(capability -> capability.getAttributes().get("objectClass"))
                        .anyMatch(types ->
                                types instanceof Collection<?> list && list.contains(AdmissionRule.class.getName()));
        if (hasRule) {
            modules.put(bundle.getBundleId(), module);
        } else {
            modules.remove(bundle.getBundleId());
        }
    }

    /** The short names of those modules. */
    Set<String> expected() {
        return Set.copyOf(modules.values());
    }
}
