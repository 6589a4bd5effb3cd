package coop.greffon.core.internal.module;

import coop.greffon.core.audit.Audit;
import coop.greffon.core.audit.FieldChange;
import coop.greffon.core.backup.Backups;
import coop.greffon.core.identity.Actor;
import coop.greffon.core.internal.persistence.ModuleTables;
import coop.greffon.core.message.Text;
import coop.greffon.core.module.ModuleOperation;
import coop.greffon.core.module.ModuleOperation.Kind;
import coop.greffon.core.module.ModuleOperation.Progress;
import coop.greffon.core.problem.NotFound;
import coop.greffon.core.problem.Refused;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs operations one after the other, and remembers what became of them. */
final class ModuleOperations {
    private static final Logger LOG = LoggerFactory.getLogger(ModuleOperations.class);
    private static final int REMEMBERED = 50;
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss");
    private static final String RECORD = "core.module";

    private final ModuleExchange exchange;
    private final ModuleTables tables;
    private final Backups backups;
    private final Audit audit;
    private final Clock clock;
    private final Path archives;
    private final Deque<RunningOperation> remembered = new ArrayDeque<>();
    private final ExecutorService queue = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "greffon-modules");
        thread.setDaemon(true);
        return thread;
    });

    ModuleOperations(
            ModuleExchange exchange, ModuleTables tables, Backups backups, Audit audit, Clock clock, Path archives) {
        this.exchange = exchange;
        this.tables = tables;
        this.backups = backups;
        this.audit = audit;
        this.clock = clock;
        this.archives = archives;
    }

    void close() {
        queue.shutdown();
    }

    ModuleOperation install(Kind kind, List<Offer> plan, Actor by) {
        String version = plan.get(plan.size() - 1).shownVersion();
        var operation = new RunningOperation(kind, plan.stream().map(Offer::id).toList(), version, by, clock);
        return start(operation, () -> {
            Optional<Text> reason = exchange.bring(plan, operation::reach);
            plan.forEach(offer -> note(operation, offer.id(), offer.shownVersion()));
            return reason;
        });
    }

    ModuleOperation remove(List<String> going, String version, Actor by) {
        var operation = new RunningOperation(Kind.REMOVE, going, version, by, clock);
        return start(operation, () -> {
            exchange.take(going, operation::reach);
            going.forEach(id -> note(operation, id, null));
            return Optional.empty();
        });
    }

    ModuleOperation purge(String id, boolean isInstalled, Actor by) {
        var operation = new RunningOperation(Kind.PURGE, List.of(id), null, by, clock);
        return start(operation, () -> {
            if (isInstalled) {
                exchange.take(List.of(id), operation::reach);
            }
            Path archive =
                    archives.resolve(id + "-" + STAMP.format(clock.instant().atZone(clock.getZone())) + ".zip");
            Files.createDirectories(archives);
            backups.archive(id, archive, by, (table, done, total) -> {});
            tables.drop(id);
            note(operation, id, null);
            operation.end(Progress.DONE, Text.of("core.operation.purged", id, archive.toString()));
            return Optional.empty();
        });
    }

    private ModuleOperation start(RunningOperation operation, Work work) {
        synchronized (remembered) {
            remembered.stream()
                    .filter(other -> !other.view().isOver() && concernsSame(other, operation))
                    .findFirst()
                    .ifPresent(other -> {
                        throw new Refused(Text.of("core.operation.under-way", other.module()));
                    });
            remembered.addFirst(operation);
            if (remembered.size() > REMEMBERED) {
                remembered.removeLast();
            }
        }
        queue.execute(() -> run(operation, work));
        return operation.view();
    }

    private static boolean concernsSame(RunningOperation one, RunningOperation other) {
        return one.modules().stream().anyMatch(other.modules()::contains);
    }

    private static void run(RunningOperation operation, Work work) {
        try {
            Optional<Text> reason = work.run();
            if (reason.isPresent()) {
                operation.end(Progress.FAILED, reason.get());
            } else if (!operation.view().isOver()) {
                operation.end(Progress.DONE, done(operation));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            operation.end(Progress.FAILED, Text.of("core.operation.interrupted"));
        } catch (Exception failed) {
            LOG.error("{} of {} failed", operation.kind(), operation.modules(), failed);
            operation.end(Progress.FAILED, Text.of("core.operation.failed", Reasons.of(failed)));
        }
    }

    /** What has gone may have taken its name along. */
    private static Text done(RunningOperation operation) {
        Object name =
                operation.kind() == Kind.REMOVE ? operation.module() : Text.of(operation.module() + ".module.name");
        return Text.of("core.operation.done." + word(operation), name);
    }

    private void note(RunningOperation operation, String id, String version) {
        audit.record(
                operation.by(),
                "core.audit.module-" + word(operation),
                RECORD,
                id,
                version == null ? List.of() : List.of(new FieldChange("version", null, version)));
    }

    private static String word(RunningOperation operation) {
        return switch (operation.kind()) {
            case INSTALL -> "installed";
            case UPGRADE -> "upgraded";
            case REMOVE -> "removed";
            case PURGE -> "purged";
        };
    }

    List<ModuleOperation> all() {
        synchronized (remembered) {
            return remembered.stream().map(RunningOperation::view).toList();
        }
    }

    Optional<ModuleOperation> find(String id) {
        return all().stream().filter(operation -> operation.id().equals(id)).findFirst();
    }

    ModuleOperation await(String id, Duration patience) {
        RunningOperation running;
        synchronized (remembered) {
            running = remembered.stream()
                    .filter(operation -> operation.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new NotFound(Text.of("core.operation.unknown", id)));
        }
        try {
            running.await(patience);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return running.view();
    }

    @FunctionalInterface
    private interface Work {
        /** Why it failed, empty where it did not. */
        Optional<Text> run() throws Exception;
    }
}
