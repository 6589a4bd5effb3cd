package coop.greffon.core.internal.module;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.karaf.features.BundleInfo;
import org.apache.karaf.features.Dependency;
import org.apache.karaf.features.Feature;
import org.apache.karaf.features.FeaturesService;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The modules that the known feature repositories could bring: a feature {@code greffon-<id>} with the bundle of that module. */
final class Offers {
    static final String PREFIX = "greffon-";

    private static final Logger LOG = LoggerFactory.getLogger(Offers.class);
    private static final String LIBRARY = PREFIX + "lib-";
    private static final String ANY_VERSION = "0.0.0";

    private final FeaturesService features;
    private final Map<String, BundleFiles> read = new ConcurrentHashMap<>();

    Offers(FeaturesService features) {
        this.features = features;
    }

    /** Every version of every module, newest first, by module. */
    Map<String, List<Offer>> all() {
        Map<String, List<Offer>> offers = new TreeMap<>();
        for (Feature feature : known()) {
            of(feature)
                    .ifPresent(offer -> offers.computeIfAbsent(offer.id(), ignored -> new ArrayList<>())
                            .add(offer));
        }
        offers.values()
                .forEach(versions ->
                        versions.sort(Comparator.comparing(Offer::version).reversed()));
        return offers;
    }

    /** A repository went: jars are read again. */
    void forget() {
        read.clear();
    }

    private List<Feature> known() {
        try {
            return Arrays.stream(features.listFeatures())
                    .filter(feature -> feature.getName().startsWith(PREFIX)
                            && !feature.getName().startsWith(LIBRARY)
                            && !feature.isBlacklisted())
                    .toList();
        } catch (Exception unreadable) {
            throw new IllegalStateException("The feature repositories cannot be read", unreadable);
        }
    }

    private Optional<Offer> of(Feature feature) {
        String id = feature.getName().substring(PREFIX.length());
        return feature.getBundles().stream()
                .map(BundleInfo::getLocation)
                .map(this::files)
                .filter(files -> id.equals(files.module()))
                .findFirst()
                .map(files ->
                        new Offer(id, feature, Version.parseVersion(feature.getVersion()), needs(feature), files));
    }

    private BundleFiles files(String location) {
        return read.computeIfAbsent(location, ignored -> {
            try {
                return BundleFiles.read(URI.create(location).toURL());
            } catch (IOException | IllegalArgumentException unreadable) {
                LOG.warn("{} is offered by a feature and cannot be read", location, unreadable);
                return new BundleFiles(null, null, Map.of(), List.of());
            }
        });
    }

    private static Map<String, VersionRange> needs(Feature feature) {
        Map<String, VersionRange> needs = new HashMap<>();
        for (Dependency dependency : feature.getDependencies()) {
            if (dependency.getName().startsWith(PREFIX) && !dependency.getName().startsWith(LIBRARY)) {
                needs.put(dependency.getName().substring(PREFIX.length()), range(dependency.getVersion()));
            }
        }
        return needs;
    }

    /** A feature names a range, or one version, or none in particular. */
    private static VersionRange range(String version) {
        if (version == null || version.isEmpty() || version.equals("0") || version.equals(ANY_VERSION)) {
            return new VersionRange(ANY_VERSION);
        }
        return version.startsWith("[") || version.startsWith("(")
                ? VersionRange.valueOf(version)
                : new VersionRange("[" + version + "," + version + "]");
    }
}
