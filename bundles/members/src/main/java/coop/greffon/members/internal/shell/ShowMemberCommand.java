package coop.greffon.members.internal.shell;

import coop.greffon.core.console.Listing;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.NotFound;
import coop.greffon.members.Card;
import coop.greffon.members.Member;
import coop.greffon.members.Members;
import coop.greffon.members.StatusChange;
import coop.greffon.members.internal.rules.MemberChanges;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** Shows one member. */
@Service
@Command(scope = "members", name = "show", description = "Shows what is known of a member, a field a line")
public final class ShowMemberCommand extends MembersAction {
    @Argument(name = "number", description = "The member's number; with --id the id of the record", required = true)
    private String number;

    @Option(name = "--id", description = "The argument is the id of the record")
    private boolean isId;

    @Option(name = "--output", description = "table, json or csv")
    @Completion(
            value = StringsCompleter.class,
            values = {Listing.TABLE, Listing.JSON, Listing.CSV})
    private String output = Listing.TABLE;

    @Reference
    private Members members;

    @Override
    void run() {
        Member member = find();
        var listing = new Listing("field", "value");
        listing.row("id", member.id());
        MemberChanges.texts(member.details()).forEach((field, value) -> {
            if (value != null) {
                listing.row(field, value);
            }
        });
        for (StatusChange change : members.statuses(member.id())) {
            listing.row("status", change.status() + " " + change.on() + reason(change.reason()));
        }
        for (Card card : member.cards()) {
            listing.row("card", card.code() + " " + card.state() + reason(card.reason()));
        }
        member.externalIds().forEach(known -> listing.row("external id", known.source() + ":" + known.id()));
        listing.print(System.out, output);
    }

    private Member find() {
        if (isId) {
            if (!number.matches("[0-9]{1,18}")) {
                throw unknown();
            }
            return members.get(Long.parseLong(number));
        }
        return members.findByNumber(number).orElseThrow(this::unknown);
    }

    private NotFound unknown() {
        return new NotFound(Text.of("members.member.unknown", number));
    }

    private static String reason(String reason) {
        return reason == null ? "" : " (" + reason + ")";
    }
}
