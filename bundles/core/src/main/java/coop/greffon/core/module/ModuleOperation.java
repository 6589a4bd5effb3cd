package coop.greffon.core.module;

import coop.greffon.core.identity.Actor;
import coop.greffon.core.message.Text;
import java.time.Instant;
import java.util.List;

/**
 * An addition, upgrade, removal or purge, under way or done.
 *
 * @param id its id
 * @param kind what is done
 * @param modules the modules concerned; the one asked for is the last
 * @param version the version it goes to, null where it goes to none
 * @param by who asked
 * @param startedAt when
 * @param endedAt when it ended, null while it runs
 * @param progress how far it is
 * @param step what is being done or, after the end, what came of it
 */
public record ModuleOperation(
        String id,
        Kind kind,
        List<String> modules,
        String version,
        Actor by,
        Instant startedAt,
        Instant endedAt,
        Progress progress,
        Text step) {
    /** What is done. */
    public enum Kind {
        INSTALL,
        UPGRADE,
        REMOVE,
        PURGE
    }

    /** How far it is. */
    public enum Progress {
        WAITING,
        RESOLVING,
        EXCHANGING,
        STARTING,
        DONE,
        /** The step says why. */
        FAILED
    }

    public ModuleOperation {
        modules = List.copyOf(modules);
    }

    /** The module asked for. */
    public String module() {
        return modules.get(modules.size() - 1);
    }

    /** Whether it has ended, well or not. */
    public boolean isOver() {
        return progress == Progress.DONE || progress == Progress.FAILED;
    }
}
