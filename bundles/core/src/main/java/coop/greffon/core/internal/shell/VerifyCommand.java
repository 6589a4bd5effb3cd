package coop.greffon.core.internal.shell;

import coop.greffon.core.console.Listing;
import coop.greffon.core.journal.Journal;
import coop.greffon.core.journal.Journals;
import coop.greffon.core.journal.Verification;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.Refused;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** Checks every journal, chain by chain; it fails where something is wrong, so that a script notices. */
@Service
@Command(
        scope = "greffon",
        name = "verify",
        description = "Checks every journal, and names the first bad entry of each chain")
public final class VerifyCommand extends SpokenAction {
    private static final int CHAINS_AT_ONCE = 500;

    @Option(name = "--output", description = "table, json or csv")
    @Completion(
            value = StringsCompleter.class,
            values = {Listing.TABLE, Listing.JSON, Listing.CSV})
    private String output = Listing.TABLE;

    @Reference
    private Journals journals;

    private final Listing listing = new Listing("journal", "chain", "entry", "why");
    private int faults;
    private int checked;

    @Override
    void run() {
        for (Journal journal : journals.all()) {
            journal.verifySeals().ifPresent(why -> fault(journal, null, null, why));
            List<String> chains = journal.chains("", CHAINS_AT_ONCE);
            while (!chains.isEmpty()) {
                chains.stream().map(journal::verify).forEach(verified -> add(journal, verified));
                chains = journal.chains(chains.get(chains.size() - 1), CHAINS_AT_ONCE);
            }
        }
        if (faults == 0 && output.equals(Listing.TABLE)) {
            System.out.println(t("core.journal.sound", journals.all().size(), checked));
            return;
        }
        listing.print(System.out, output);
        if (faults > 0) {
            throw new Refused(Text.of("core.journal.faults", faults));
        }
    }

    private void add(Journal journal, Verification verified) {
        checked++;
        if (!verified.isSound()) {
            fault(
                    journal,
                    verified.chain(),
                    verified.fault().position(),
                    verified.fault().why());
        }
    }

    private void fault(Journal journal, String chain, Long position, Text why) {
        listing.row(journal.name(), chain, position, t(why));
        faults++;
    }
}
