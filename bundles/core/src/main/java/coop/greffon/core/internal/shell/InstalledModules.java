package coop.greffon.core.internal.shell;

import coop.greffon.core.module.CatalogueEntry;
import coop.greffon.core.module.ModuleCatalogue;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** Completes installed modules that are no part of the host. */
@Service
public final class InstalledModules implements Completer {
    @Reference
    private ModuleCatalogue catalogue;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        var names = new StringsCompleter();
        catalogue.all().stream()
                .filter(entry -> entry.isInstalled() && !entry.isHost())
                .map(CatalogueEntry::id)
                .forEach(names.getStrings()::add);
        return names.complete(session, line, candidates);
    }
}
