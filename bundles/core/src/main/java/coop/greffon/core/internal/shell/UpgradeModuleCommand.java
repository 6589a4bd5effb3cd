package coop.greffon.core.internal.shell;

import coop.greffon.core.identity.Actor;
import coop.greffon.core.module.ModuleCatalogue;
import coop.greffon.core.module.ModuleOperation;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Exchanges a module for a newer version. */
@Service
@Command(scope = "greffon", name = "upgrade", description = "Exchanges an installed module for a newer version")
public final class UpgradeModuleCommand extends OperationAction {
    @Argument(name = "module", description = "The module's short name", required = true)
    @Completion(InstalledModules.class)
    private String module;

    @Argument(index = 1, name = "version", description = "The version; the newest where none is given")
    @Completion(ModuleVersionsCompleter.class)
    private String version;

    @Override
    ModuleOperation start(ModuleCatalogue modules) {
        return modules.upgrade(module, version, Actor.console());
    }
}
