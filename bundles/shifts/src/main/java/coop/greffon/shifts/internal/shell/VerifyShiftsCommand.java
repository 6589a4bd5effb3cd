package coop.greffon.shifts.internal.shell;

import coop.greffon.core.console.Listing;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.Refused;
import coop.greffon.shifts.internal.store.booking.WorkCheck;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** Checks the journal and what is kept beside it; it fails where something does not fit, so that a script notices. */
@Service
@Command(
        scope = "shifts",
        name = "verify",
        description = "Checks the journal of shifts, and standings, balances, seats and outcomes against it")
public final class VerifyShiftsCommand extends ShiftsAction {
    @Option(name = "--output", description = "table, json or csv")
    @Completion(
            value = StringsCompleter.class,
            values = {Listing.TABLE, Listing.JSON, Listing.CSV})
    private String output = Listing.TABLE;

    @Reference
    private WorkCheck check;

    @Override
    void run() {
        Listing.insist(output);
        WorkCheck.Found found = check.check(this::t);
        if (found.faults().isEmpty() && output.equals(Listing.TABLE)) {
            System.out.println(t(Text.of("shifts.console.sound", found.workers(), found.chains())));
            return;
        }
        var listing = new Listing("check", "record", "expected", "found");
        found.faults().forEach(fault -> listing.row(fault.check(), fault.record(), fault.expected(), fault.found()));
        listing.print(System.out, output);
        if (!found.faults().isEmpty()) {
            throw new Refused(Text.of("shifts.console.faults", found.faults().size()));
        }
    }
}
