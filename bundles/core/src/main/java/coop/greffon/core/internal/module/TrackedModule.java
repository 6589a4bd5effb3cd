package coop.greffon.core.internal.module;

import coop.greffon.core.internal.module.ComponentStates.Verdict;
import coop.greffon.core.message.Text;
import coop.greffon.core.module.Module;
import coop.greffon.core.module.ModuleInfo;
import coop.greffon.core.module.ModuleState;
import java.io.IOException;
import java.net.URL;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.osgi.framework.Bundle;

/** One installed module and what became of it. */
final class TrackedModule {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final String id;
    private final Bundle bundle;
    private final LongSupplier nanos;
    private ModuleInfo info;
    private Text failure;
    private Verdict components;
    private long changedAt;

    TrackedModule(String id, Bundle bundle) {
        this(id, bundle, System::nanoTime);
    }

    TrackedModule(String id, Bundle bundle, LongSupplier nanos) {
        this.id = id;
        this.bundle = bundle;
        this.nanos = nanos;
        this.changedAt = nanos.getAsLong();
    }

    String id() {
        return id;
    }

    Bundle bundle() {
        return bundle;
    }

    /** Reads what the bundle says of itself; a new version starts without the old one's failure. */
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

    /** The bundle went from one state to another. */
    synchronized void changed() {
        changedAt = nanos.getAsLong();
        components = null;
    }

    /** What it stands on comes back after a while away: it is given the time to come up, as if it had just begun. */
    synchronized void begin() {
        changedAt = nanos.getAsLong();
    }

    synchronized void fail(Text reason) {
        failure = reason;
    }

    /** Asks again how its components stand. */
    void look(ComponentStates states) {
        Verdict now = bundle.getState() == Bundle.ACTIVE ? states.of(bundle) : null;
        synchronized (this) {
            if (now != null && !now.isUp() && components != null && components.isUp()) {
                // What it stands on may only be exchanged: it is given the time to come back.
                changedAt = nanos.getAsLong();
            }
            components = now;
        }
    }

    /** How it stands; why it does not run is only looked into where it does not. */
    Module view(Unresolved unresolved) {
        ModuleState state;
        Text reason;
        ModuleInfo declared;
        synchronized (this) {
            state = state();
            declared = info;
            reason = failure != null || components == null ? failure : components.reason();
        }
        // Outside the lock: the framework has locks of its own and calls us while it holds them.
        if (state == ModuleState.BROKEN && reason == null) {
            reason = unresolved.reason(bundle);
        }
        return new Module(
                id,
                ModuleVersions.shown(bundle.getVersion()),
                state,
                state == ModuleState.BROKEN ? reason : null,
                declared);
    }

    private ModuleState state() {
        if (failure != null) {
            return ModuleState.BROKEN;
        }
        if (components != null && components.isUp()) {
            return ModuleState.RUNNING;
        }
        boolean hopeless = components != null && components.isFinal();
        return hopeless || waitedEnough() ? ModuleState.BROKEN : ModuleState.IN_TRANSITION;
    }

    /** Whether it was uninstalled and no other version came in its place. */
    synchronized boolean hasGone() {
        return bundle.getState() == Bundle.UNINSTALLED && waitedEnough();
    }

    private boolean waitedEnough() {
        return nanos.getAsLong() - changedAt > PATIENCE.toNanos();
    }
}
