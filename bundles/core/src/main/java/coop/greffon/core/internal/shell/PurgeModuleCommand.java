package coop.greffon.core.internal.shell;

import coop.greffon.core.identity.Actor;
import coop.greffon.core.message.Text;
import coop.greffon.core.module.CatalogueEntry;
import coop.greffon.core.module.ModuleCatalogue;
import coop.greffon.core.module.ModuleOperation;
import coop.greffon.core.module.TableSize;
import coop.greffon.core.problem.Refused;
import java.io.IOException;
import java.util.Locale;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;

/** Removes a module with its data, which are archived first. */
@Service
@Command(scope = "greffon", name = "purge", description = "Removes a module and its data, after archiving them")
public final class PurgeModuleCommand extends OperationAction {
    @Argument(name = "module", description = "The module's short name", required = true)
    @Completion(InstalledModules.class)
    private String module;

    @Option(name = "--yes", description = "Does not ask")
    private boolean sure;

    @Reference
    private Session session;

    @Override
    ModuleOperation start(ModuleCatalogue modules) throws Exception {
        // Where there is nothing to purge, the refusal comes before any question.
        if (!sure && isThere(modules) && !isAgreed(modules)) {
            System.out.println(t("core.console.nothing-done"));
            return null;
        }
        return modules.purge(module, Actor.console());
    }

    private boolean isThere(ModuleCatalogue modules) {
        return modules.find(module).filter(CatalogueEntry::isInstalled).isPresent()
                || !modules.tables(module).isEmpty();
    }

    private String answer(String question) throws IOException {
        try {
            return session.readLine(question, null);
        } catch (UnsupportedOperationException noTerminal) {
            throw new Refused(Text.of("core.console.purge-unasked", module));
        }
    }

    private boolean isAgreed(ModuleCatalogue modules) throws Exception {
        long rows = modules.tables(module).stream().mapToLong(TableSize::rows).sum();
        String answer = answer(t("core.console.purge-question", module, rows) + " ");
        return answer != null
                && !answer.isBlank()
                && t("core.console.yes").startsWith(answer.strip().toLowerCase(Locale.ROOT));
    }
}
