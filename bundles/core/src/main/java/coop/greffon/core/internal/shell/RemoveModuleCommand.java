package coop.greffon.core.internal.shell;

import coop.greffon.core.identity.Actor;
import coop.greffon.core.module.ModuleCatalogue;
import coop.greffon.core.module.ModuleOperation;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Removes a module and keeps its data. */
@Service
@Command(scope = "greffon", name = "remove", description = "Removes a module; its data are kept")
public final class RemoveModuleCommand extends OperationAction {
    @Argument(name = "module", description = "The module's short name", required = true)
    @Completion(InstalledModules.class)
    private String module;

    @Option(name = "--with-dependents", description = "Removes the modules that stand on it as well")
    private boolean withDependents;

    @Override
    ModuleOperation start(ModuleCatalogue modules) {
        return modules.remove(module, withDependents, Actor.console());
    }
}
