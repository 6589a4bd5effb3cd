package coop.greffon.core.internal.module;

import coop.greffon.core.identity.Actor;
import coop.greffon.core.message.Text;
import coop.greffon.core.module.ModuleOperation;
import coop.greffon.core.module.ModuleOperation.Kind;
import coop.greffon.core.module.ModuleOperation.Progress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** An operation while it runs, and afterwards. */
final class RunningOperation {
    private final String id = UUID.randomUUID().toString();
    private final Kind kind;
    private final List<String> modules;
    private final String version;
    private final Actor by;
    private final Clock clock;
    private final Instant startedAt;
    private final CountDownLatch ended = new CountDownLatch(1);
    private Instant endedAt;
    private Progress progress = Progress.WAITING;
    private Text step = Text.of("core.operation.waiting");

    RunningOperation(Kind kind, List<String> modules, String version, Actor by, Clock clock) {
        this.kind = kind;
        this.modules = List.copyOf(modules);
        this.version = version;
        this.by = by;
        this.clock = clock;
        this.startedAt = clock.instant();
    }

    String id() {
        return id;
    }

    Kind kind() {
        return kind;
    }

    List<String> modules() {
        return modules;
    }

    String module() {
        return modules.get(modules.size() - 1);
    }

    Actor by() {
        return by;
    }

    synchronized void reach(Progress reached) {
        if (!view().isOver()) {
            progress = reached;
            step = Text.of("core.operation." + reached.name().toLowerCase(Locale.ROOT));
        }
    }

    synchronized void end(Progress how, Text outcome) {
        progress = how;
        step = outcome;
        endedAt = clock.instant();
        ended.countDown();
    }

    void await(Duration patience) throws InterruptedException {
        ended.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    synchronized ModuleOperation view() {
        return new ModuleOperation(id, kind, modules, version, by, startedAt, endedAt, progress, step);
    }
}
