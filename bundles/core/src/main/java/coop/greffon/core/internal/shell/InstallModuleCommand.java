package coop.greffon.core.internal.shell;

import coop.greffon.core.identity.Actor;
import coop.greffon.core.module.ModuleCatalogue;
import coop.greffon.core.module.ModuleOperation;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Adds a module. */
@Service
@Command(scope = "greffon", name = "install", description = "Adds a module, or exchanges it for another version")
public final class InstallModuleCommand extends OperationAction {
    @Argument(name = "module", description = "The module's short name", required = true)
    @Completion(AvailableModules.class)
    private String module;

    @Argument(index = 1, name = "version", description = "The version; the newest where none is given")
    @Completion(ModuleVersionsCompleter.class)
    private String version;

    @Override
    ModuleOperation start(ModuleCatalogue modules) {
        return modules.install(module, version, Actor.console());
    }
}
