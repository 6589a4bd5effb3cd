package coop.greffon.shifts.internal.shell;

import coop.greffon.core.console.Listing;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.NotFound;
import coop.greffon.members.Member;
import coop.greffon.members.Members;
import coop.greffon.shifts.internal.rules.Counter;
import coop.greffon.shifts.internal.rules.Entry;
import coop.greffon.shifts.internal.rules.Standing.Reason;
import coop.greffon.shifts.internal.store.JpaWorkers;
import coop.greffon.shifts.internal.store.WorkAccount;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** Tells where a member stands with their shifts, and by which entries. */
@Service
@Command(
        scope = "shifts",
        name = "status",
        description = "Tells where a member stands with their shifts, and with --journal by which entries")
public final class StatusCommand extends ShiftsAction {
    @Argument(name = "number", description = "The member's number", required = true)
    private String number;

    @Option(name = "--on", description = "The day asked about, today where none is given")
    private String on;

    @Option(name = "--journal", description = "The entries line by line instead of the standing")
    private boolean isJournal;

    @Option(name = "--output", description = "table, json or csv")
    @Completion(
            value = StringsCompleter.class,
            values = {Listing.TABLE, Listing.JSON, Listing.CSV})
    private String output = Listing.TABLE;

    @Reference
    private Members members;

    @Reference
    private JpaWorkers workers;

    @Reference
    private Clock clock;

    @Override
    void run() {
        LocalDate day = on == null ? LocalDate.now(clock) : TypedEvent.day("--on", on);
        Member member =
                members.findByNumber(number).orElseThrow(() -> new NotFound(Text.of("members.member.unknown", number)));
        WorkAccount account = workers.account(member.id(), day, null)
                .orElseThrow(() -> new NotFound(Text.of("shifts.worker.unknown")));
        (isJournal ? journal(account) : standing(account, LocalDate.now(clock))).print(System.out, output);
    }

    private static Listing standing(WorkAccount account, LocalDate today) {
        var listing = new Listing("field", "value");
        listing.row("status", account.standing().code());
        listing.row("shops", account.standing().mayShop());
        listing.row("votes", account.standing().mayVote());
        listing.row("until", account.standing().until());
        if (account.standing().begins() != null) {
            listing.row("begins", account.standing().begins());
        }
        for (Counter counter : Counter.values()) {
            listing.row(
                    counter.name().toLowerCase(Locale.ROOT),
                    account.unit().shown(account.worker().journal().balance(counter, account.on())));
        }
        for (Reason reason : account.standing().reasons()) {
            listing.row("reason", reason.code() + " " + reason.since() + " " + reason.until());
        }
        account.standing()
                .remedies()
                .forEach(remedy -> listing.row(
                        "remedy", remedy.kind() + " " + account.unit().shown(remedy.amount()) + " " + remedy.by()));
        account.outlook(today)
                .ifPresent(forecast ->
                        listing.row("next-alert", forecast.ifNothing().orElse(null)));
        return listing;
    }

    private static Listing journal(WorkAccount account) {
        var listing = new Listing("day", "rule", "counter", "amount", "balance", "recorded");
        account.lines().forEach(line -> {
            Entry entry = line.posted().entry();
            listing.row(
                    entry.effectiveOn(),
                    entry.rule(),
                    entry.counter(),
                    account.unit().shown(entry.amount()),
                    account.unit().shown(line.balance()),
                    entry.recordedAt());
        });
        return listing;
    }
}
