package coop.greffon.core.internal.module;

import org.osgi.framework.Version;

/** Versions as people read them. */
final class ModuleVersions {
    private ModuleVersions() {}

    /** Three numbers; what stands behind them only says that a version is still being made. */
    static String shown(Version version) {
        return version.getMajor() + "." + version.getMinor() + "." + version.getMicro();
    }
}
