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

/** Completes the versions of the module named just before. */
@Service
public final class ModuleVersionsCompleter implements Completer {
    @Reference
    private ModuleCatalogue catalogue;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        var versions = new StringsCompleter();
        String[] words = line.getArguments();
        int before = line.getCursorArgumentIndex() - 1;
        if (before >= 0 && before < words.length) {
            catalogue.find(words[before]).map(CatalogueEntry::versions).ifPresent(versions.getStrings()::addAll);
        }
        return versions.complete(session, line, candidates);
    }
}
