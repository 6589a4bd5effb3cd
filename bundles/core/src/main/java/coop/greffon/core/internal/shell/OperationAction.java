package coop.greffon.core.internal.shell;

import coop.greffon.core.console.CommandRefused;
import coop.greffon.core.module.ModuleCatalogue;
import coop.greffon.core.module.ModuleOperation;
import coop.greffon.core.module.ModuleOperation.Progress;
import java.time.Duration;
import org.apache.karaf.shell.api.action.lifecycle.Reference;

/** A command that starts an operation on modules and stays until it has ended. */
abstract class OperationAction extends SpokenAction {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    @Reference
    private ModuleCatalogue catalogue;

    /** Starts the operation. */
    abstract ModuleOperation start(ModuleCatalogue modules) throws Exception;

    @Override
    final void run() throws Exception {
        ModuleOperation operation = start(catalogue);
        if (operation == null) {
            return;
        }
        Progress shown = null;
        while (!operation.isOver()) {
            operation = catalogue.await(operation.id(), BETWEEN_LOOKS);
            if (!operation.isOver() && operation.progress() != shown) {
                shown = operation.progress();
                System.out.println(t(operation.step()) + "…");
            }
        }
        if (operation.progress() == Progress.FAILED) {
            throw new CommandRefused(t(operation.step()));
        }
        System.out.println(t(operation.step()));
    }
}
