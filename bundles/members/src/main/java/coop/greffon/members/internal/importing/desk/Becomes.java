package coop.greffon.members.internal.importing.desk;

import coop.greffon.core.message.Text;
import coop.greffon.members.MemberStatus;
import coop.greffon.members.internal.importing.model.LinePlan;
import coop.greffon.members.internal.importing.model.LinePlan.Wanted;
import coop.greffon.members.internal.importing.model.LinePlan.WantedAddress;
import coop.greffon.members.internal.importing.model.LinePlan.WantedMember;
import coop.greffon.members.internal.importing.model.Link;
import coop.greffon.members.internal.importing.model.MemberDetails;
import coop.greffon.members.internal.importing.model.Outcome;
import java.util.ArrayList;
import java.util.List;

/** What comes to be of a line, and where: the record it makes, whom it belongs to, whose address it is. */
final class Becomes {
    private static final String KEY = "members.import.becomes.";

    private Becomes() {}

    /** Sentences; none where nothing new comes to be. An address that changes says whose it is: it has no record of its own. */
    static List<Text> of(LinePlan plan) {
        boolean created = plan.outcome() == Outcome.CREATE;
        if ((!created && plan.outcome() != Outcome.UPDATE) || plan.wanted().isEmpty()) {
            return List.of();
        }
        Wanted wanted = plan.wanted().get();
        if (wanted instanceof WantedAddress further) {
            return plan.link().map(link -> named(further.address().use(), link)).stream()
                    .toList();
        }
        return created ? record(((WantedMember) wanted).details(), plan) : List.of();
    }

    private static List<Text> record(MemberDetails details, LinePlan plan) {
        var sentences = new ArrayList<Text>();
        sentences.add(Text.of(
                KEY + details.naming().kind(),
                details.naming().display(),
                status(details.membership().status())));
        plan.link().ifPresent(link -> sentences.add(named(link.role(), link)));
        return sentences;
    }

    private static Text status(MemberStatus status) {
        return Text.of(status == null ? KEY + "no-member" : "members.status." + status);
    }

    private static Text named(Enum<?> what, Link link) {
        return Text.of(KEY + what, link.parent().label());
    }
}
