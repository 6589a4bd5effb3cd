package coop.greffon.core.internal.module;

import coop.greffon.core.message.Text;
import coop.greffon.core.module.Module;
import coop.greffon.core.module.ModuleInfo;
import coop.greffon.core.module.ModuleState;
import java.io.IOException;
import java.net.URL;
import org.osgi.framework.Bundle;

/** One installed module and what became of it. */
final class TrackedModule {
    private final String id;
    private final Bundle bundle;
    private ModuleInfo info;
    private Text failure;

    TrackedModule(String id, Bundle bundle) {
        this.id = id;
        this.bundle = bundle;
    }

    String id() {
        return id;
    }

    Bundle bundle() {
        return bundle;
    }

    synchronized void readFile() {
        URL file = bundle.getEntry(ModuleFile.PATH);
        failure = null;
        try {
            if (file == null) {
                throw new IOException(ModuleFile.PATH + " is missing");
            }
            info = ModuleFile.read(file);
        } catch (IOException unreadable) {
            failure = Text.of("core.module.file-unreadable", String.valueOf(unreadable.getMessage()));
        }
    }

    synchronized void fail(Text reason) {
        failure = reason;
    }

    synchronized Module view() {
        return new Module(id, version(), state(), failure, info);
    }

    private String version() {
        var version = bundle.getVersion();
        return version.getMajor() + "." + version.getMinor() + "." + version.getMicro();
    }

    private ModuleState state() {
        if (failure != null) {
            return ModuleState.BROKEN;
        }
        return bundle.getState() == Bundle.ACTIVE ? ModuleState.RUNNING : ModuleState.IN_TRANSITION;
    }
}
