package coop.greffon.members.internal.shell;

import coop.greffon.core.console.Listing;
import coop.greffon.members.MemberOrder;
import coop.greffon.members.MemberSummary;
import coop.greffon.members.Members;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** Lists members. */
@Service
@Command(scope = "members", name = "list", description = "Lists members by name")
public final class ListMembersCommand extends MembersAction {
    @Argument(name = "query", description = "The start of a name, a number, a mail, a telephone or the code of a card")
    private String query;

    @Option(name = "--status", description = "Only candidates, members, former members, or contacts (none)")
    @Completion(
            value = StringsCompleter.class,
            values = {"candidate", "member", "former", "none"})
    private String status;

    @Option(name = "--tag", description = "Only those with this tag or one below it")
    private String tag;

    @Option(name = "--kind", description = "Only persons, or only organisations")
    @Completion(
            value = StringsCompleter.class,
            values = {"person", "organisation"})
    private String kind;

    @Option(name = "--most", description = "How many at most")
    private int most = 50;

    @Option(name = "--output", description = "table, json or csv")
    @Completion(
            value = StringsCompleter.class,
            values = {Listing.TABLE, Listing.JSON, Listing.CSV})
    private String output = Listing.TABLE;

    @Reference
    private Members members;

    @Override
    void run() {
        var listing = new Listing("id", "number", "kind", "name", "status", "since", "mail", "phone", "city");
        for (MemberSummary one : members.list(
                        filter(query, status, tag, kind), MemberOrder.NAME, 0, Listing.most("--most", most))
                .rows()) {
            listing.row(
                    one.id(),
                    one.number(),
                    one.kind(),
                    one.name(),
                    one.status(),
                    one.since(),
                    one.mail(),
                    one.phone(),
                    one.city());
        }
        listing.print(System.out, output);
    }
}
