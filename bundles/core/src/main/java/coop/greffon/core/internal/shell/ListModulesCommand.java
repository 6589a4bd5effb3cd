package coop.greffon.core.internal.shell;

import coop.greffon.core.console.Listing;
import coop.greffon.core.module.CatalogueEntry;
import coop.greffon.core.module.ModuleCatalogue;
import java.util.Locale;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** Prints the catalogue. */
@Service
@Command(
        scope = "greffon",
        name = "modules",
        description = "Lists the modules, installed or available, and says why one is down")
public final class ListModulesCommand extends SpokenAction {
    @Option(name = "--output", description = "table, json or csv")
    @Completion(
            value = StringsCompleter.class,
            values = {Listing.TABLE, Listing.JSON, Listing.CSV})
    private String output = Listing.TABLE;

    @Reference
    private ModuleCatalogue catalogue;

    @Override
    void run() {
        var listing = new Listing("module", "name", "version", "newer", "state", "reason");
        for (CatalogueEntry entry : catalogue.all()) {
            var module = entry.module();
            listing.row(
                    entry.id(),
                    t(entry.id() + ".module.name"),
                    module.version(),
                    entry.newest(),
                    module.state().name().toLowerCase(Locale.ROOT),
                    module.reason() == null ? null : t(module.reason()));
        }
        listing.print(System.out, output);
    }
}
