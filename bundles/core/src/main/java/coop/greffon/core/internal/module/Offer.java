package coop.greffon.core.internal.module;

import java.util.Map;
import org.apache.karaf.features.Feature;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;

/**
 * A version of a module that could be installed.
 *
 * @param id the module
 * @param feature the feature that brings it
 * @param version its version
 * @param needs the modules it stands on, with the versions that it accepts
 * @param files what it says of itself
 */
record Offer(String id, Feature feature, Version version, Map<String, VersionRange> needs, BundleFiles files) {
    /** As the features service wants it: this version and no other. */
    String feature(String separator) {
        return feature.getName() + separator + feature.getVersion();
    }

    String shownVersion() {
        return ModuleVersions.shown(version);
    }

    boolean isNewerThan(Version other) {
        return version.compareTo(other) > 0;
    }
}
