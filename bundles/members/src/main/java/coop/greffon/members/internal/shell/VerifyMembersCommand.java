package coop.greffon.members.internal.shell;

import coop.greffon.core.console.Listing;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.Refused;
import coop.greffon.members.internal.store.RecordCheck;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** Checks what is kept beside the records; it fails where something is wrong, so that a script notices. */
@Service
@Command(
        scope = "members",
        name = "verify",
        description = "Checks totals, search words, order, statuses and photos against the records")
public final class VerifyMembersCommand extends MembersAction {
    @Option(name = "--output", description = "table, json or csv")
    @Completion(
            value = StringsCompleter.class,
            values = {Listing.TABLE, Listing.JSON, Listing.CSV})
    private String output = Listing.TABLE;

    @Reference
    private RecordCheck check;

    @Override
    void run() {
        List<RecordCheck.Fault> faults = check.faults();
        var listing = new Listing("check", "record", "expected", "found");
        faults.forEach(fault -> listing.row(fault.check(), fault.record(), fault.expected(), fault.found()));
        if (faults.isEmpty() && output.equals(Listing.TABLE)) {
            System.out.println(t(Text.of("members.console.sound", check.records())));
            return;
        }
        listing.print(System.out, output);
        if (!faults.isEmpty()) {
            throw new Refused(Text.of("members.console.faults", faults.size()));
        }
    }
}
