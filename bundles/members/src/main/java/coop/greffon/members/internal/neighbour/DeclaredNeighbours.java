package coop.greffon.members.internal.neighbour;

import coop.greffon.members.MemberMerge;
import coop.greffon.members.Resignation;
import coop.greffon.members.admission.AdmissionRule;
import coop.greffon.members.arrival.ArrivalListener;
import coop.greffon.members.arrival.DutyRoster;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.util.tracker.BundleTracker;

/**
 * The modules that say in their manifest that they answer an extension point, whether they are up or not: one that is down must not be
 * taken for one that has nothing to say.
 */
@Component(service = DeclaredNeighbours.class)
public final class DeclaredNeighbours {
    private static final String HEADER = "Greffon-Module";
    private static final int INSTALLED =
            Bundle.INSTALLED | Bundle.RESOLVED | Bundle.STARTING | Bundle.ACTIVE | Bundle.STOPPING;
    private static final List<Class<?>> POINTS =
            List.of(AdmissionRule.class, ArrivalListener.class, DutyRoster.class, MemberMerge.class, Resignation.class);

    private record Declared(String module, Set<String> points) {}

    private final Map<Long, Declared> modules = new ConcurrentHashMap<>();
    private final BundleTracker<Bundle> tracker;

    @Activate
    public DeclaredNeighbours(BundleContext context) {
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

    private DeclaredNeighbours(Class<?> point, Set<String> known) {
        this.tracker = null;
        long id = 0;
        for (String module : known) {
            modules.put(id++, new Declared(module, Set.of(point.getName())));
        }
    }

    /** Modules that are known without a container. */
    public static DeclaredNeighbours fixed(Class<?> point, Set<String> known) {
        return new DeclaredNeighbours(point, known);
    }

    @Deactivate
    void stop() {
        tracker.close();
    }

    private void note(Bundle bundle) {
        String module = bundle.getHeaders("").get(HEADER);
        BundleRevision revision = module == null ? null : bundle.adapt(BundleRevision.class);
        Set<String> points = revision == null
                ? Set.of()
                : POINTS.stream()
                        .map(Class::getName)
                        .filter(point -> provides(revision, point))
                        .collect(Collectors.toSet());
        if (points.isEmpty()) {
            modules.remove(bundle.getBundleId());
        } else {
            modules.put(bundle.getBundleId(), new Declared(module, points));
        }
    }

    private static boolean provides(BundleRevision revision, String point) {
        return revision.getDeclaredCapabilities("osgi.service").stream()
                .map(capability -> capability.getAttributes().get("objectClass"))
                .anyMatch(types -> types instanceof Collection<?> list && list.contains(point));
    }

    /** The short names of the modules that answer an extension point when they are up. */
    public Set<String> of(Class<?> point) {
        return modules.values().stream()
                .filter(declared -> declared.points().contains(point.getName()))
                .map(Declared::module)
                .collect(Collectors.toSet());
    }
}
