package coop.greffon.core.internal.module;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.NotFound;
import coop.greffon.core.problem.Refused;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;

/** Which modules have to come or change so that one may: first what it stands on. */
final class InstallPlan {
    private final Map<String, List<Offer>> offers;
    private final Map<String, Version> installed;
    private final Map<String, Offer> planned = new LinkedHashMap<>();

    private InstallPlan(Map<String, List<Offer>> offers, Map<String, Version> installed) {
        this.offers = offers;
        this.installed = installed;
    }

    /**
     * What is to be installed.
     *
     * @param offers every version at hand, newest first, by module
     * @param installed the installed modules
     * @param version three numbers, null for the newest
     * @return at least one, the one asked for last
     */
    static List<Offer> of(Map<String, List<Offer>> offers, Map<String, Version> installed, String id, String version) {
        var plan = new InstallPlan(offers, installed);
        plan.add(wanted(offers, id, version));
        plan.checkDependents();
        return List.copyOf(plan.planned.values());
    }

    private static Offer wanted(Map<String, List<Offer>> offers, String id, String version) {
        List<Offer> versions = offers.getOrDefault(id, List.of());
        if (versions.isEmpty()) {
            throw new NotFound(Text.of("core.module.unknown", id));
        }
        return versions.stream()
                .filter(offer -> version == null || offer.shownVersion().equals(version))
                .findFirst()
                .orElseThrow(() -> new NotFound(Text.of("core.module.version-unknown", id, version)));
    }

    private void add(Offer offer) {
        for (Map.Entry<String, VersionRange> need : new TreeMap<>(offer.needs()).entrySet()) {
            if (isSatisfied(need.getKey(), need.getValue())) {
                continue;
            }
            Optional<Offer> fitting = offers.getOrDefault(need.getKey(), List.of()).stream()
                    .filter(candidate -> need.getValue().includes(candidate.version()))
                    .findFirst();
            if (fitting.isPresent()) {
                add(fitting.get());
            } else if (offers.containsKey(need.getKey()) || installed.containsKey(need.getKey())) {
                throw new Refused(Text.of(
                        "core.module.needs-version", offer.id(), need.getKey(), String.valueOf(need.getValue())));
            }
        }
        planned.put(offer.id(), offer);
    }

    private boolean isSatisfied(String id, VersionRange range) {
        Version there = planned.containsKey(id) ? planned.get(id).version() : installed.get(id);
        return there != null && range.includes(there);
    }

    /** A version that an installed module would not work with is refused, unless that module changes too. */
    private void checkDependents() {
        List<String> hurt = new ArrayList<>();
        installed.forEach((id, version) -> offers.getOrDefault(id, List.of()).stream()
                .filter(offer ->
                        !planned.containsKey(id) && offer.shownVersion().equals(ModuleVersions.shown(version)))
                .filter(offer -> offer.needs().entrySet().stream().anyMatch(this::isBroken))
                .forEach(offer -> hurt.add(offer.id())));
        if (!hurt.isEmpty()) {
            List<Offer> all = new ArrayList<>(planned.values());
            throw new Refused(Text.of(
                    "core.module.would-break",
                    all.get(all.size() - 1).id(),
                    all.get(all.size() - 1).shownVersion(),
                    String.join(", ", hurt)));
        }
    }

    private boolean isBroken(Map.Entry<String, VersionRange> need) {
        Offer change = planned.get(need.getKey());
        return change != null && !need.getValue().includes(change.version());
    }
}
