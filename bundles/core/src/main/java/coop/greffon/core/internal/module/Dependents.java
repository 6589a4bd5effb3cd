package coop.greffon.core.internal.module;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;

/** Who stands on a module: by what bundles are wired to, and by what features say. */
final class Dependents {
    private final Function<String, Bundle> bundles;
    private final Collection<Offer> installed;

    /**
     * @param bundles the bundle of an installed module, null where there is none
     * @param installed the offers that installed modules came from
     */
    Dependents(Function<String, Bundle> bundles, Collection<Offer> installed) {
        this.bundles = bundles;
        this.installed = installed;
    }

    /** The installed modules that stand on one, directly or not, without itself. */
    Set<String> of(String id) {
        Set<String> found = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>(Set.of(id));
        while (!open.isEmpty()) {
            for (String dependent : direct(open.remove())) {
                if (!dependent.equals(id) && found.add(dependent)) {
                    open.add(dependent);
                }
            }
        }
        return found;
    }

    private Set<String> direct(String id) {
        Set<String> direct = new HashSet<>(wired(bundles.apply(id)));
        installed.stream()
                .filter(offer -> offer.needs().containsKey(id))
                .map(Offer::id)
                .forEach(direct::add);
        return direct;
    }

    private static Set<String> wired(Bundle bundle) {
        BundleWiring wiring = bundle == null ? null : bundle.adapt(BundleWiring.class);
        Set<String> modules = new HashSet<>();
        if (wiring != null) {
            wiring.getProvidedWires(null).stream()
                    .map(wire -> wire.getRequirer().getBundle().getHeaders("").get(ModuleRegistry.HEADER))
                    .filter(module -> module != null)
                    .forEach(modules::add);
        }
        return modules;
    }
}
