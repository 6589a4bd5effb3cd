package coop.greffon.members.internal.importing.plan;

import coop.greffon.members.internal.importing.cells.ReadLine;
import coop.greffon.members.internal.importing.model.Change;
import coop.greffon.members.internal.importing.model.Field;
import coop.greffon.members.internal.importing.model.FurtherAddress;
import coop.greffon.members.internal.importing.model.ImportChoices;
import coop.greffon.members.internal.importing.model.LinePlan;
import coop.greffon.members.internal.importing.model.LinePlan.WantedAddress;
import coop.greffon.members.internal.importing.model.MemberDetails;
import coop.greffon.members.internal.importing.model.Outcome;
import coop.greffon.members.internal.importing.model.Phone;
import coop.greffon.members.internal.importing.model.Problem;
import coop.greffon.members.internal.importing.model.Reason;
import coop.greffon.members.internal.importing.plan.ExistingMembers.StoredAddress;
import coop.greffon.members.internal.importing.plan.ParentLinks.Resolution;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Plans what becomes of a further address of somebody. */
final class AddressPlanner {
    private final ImportChoices choices;

    AddressPlanner(ImportChoices choices) {
        this.choices = choices;
    }

    LinePlan plan(
            ReadLine line,
            List<Problem> problems,
            Resolution parent,
            Map<Long, List<StoredAddress>> addressesByParent) {
        var all = new ArrayList<>(problems);
        if (parent.link().isEmpty()) {
            all.addAll(parent.problems());
            all.add(Problem.of(Field.PARENT_NAME, Reason.ADDRESS_OF_NOBODY, line.displayName()));
        }
        if (LinePlans.isRefused(all, choices)) {
            return LinePlans.refused(line, Optional.empty(), all);
        }
        var said = address(line);
        if (said.isEmpty()) {
            all.add(Problem.of(null, Reason.ADDRESS_EMPTY, line.displayName()));
            return LinePlans.ignored(line, all);
        }
        var stored =
                parent.stored().flatMap(holder -> match(said, addressesByParent.getOrDefault(holder.id(), List.of())));
        var changes = stored.map(known -> changes(known.address(), said)).orElse(List.of());
        var outcome = stored.isEmpty() ? Outcome.CREATE : changes.isEmpty() ? Outcome.UNCHANGED : Outcome.UPDATE;
        return new LinePlan(
                line.lines(),
                line.displayName(),
                outcome,
                stored.map(StoredAddress::id),
                Optional.of(new WantedAddress(said)),
                parent.link(),
                changes,
                all);
    }

    private static FurtherAddress address(ReadLine line) {
        MemberDetails details = line.details();
        var contact = details.contact();
        return new FurtherAddress(
                details.identity().externalId(),
                line.use(),
                line.label(),
                contact.address(),
                contact.mails(),
                contact.phones(),
                details.profile().notes());
    }

    /** The same external identifier, or failing that the same place for the same use. */
    private static Optional<StoredAddress> match(FurtherAddress said, List<StoredAddress> known) {
        return known.stream()
                .filter(stored -> !said.externalId().isEmpty()
                        && stored.address().externalId().equals(said.externalId()))
                .findFirst()
                .or(() -> known.stream()
                        .filter(stored -> stored.address().externalId().isEmpty()
                                || said.externalId().isEmpty())
                        .filter(stored -> stored.address().use() == said.use()
                                && stored.address().address().equals(said.address()))
                        .findFirst());
    }

    private static List<Change> changes(FurtherAddress stored, FurtherAddress said) {
        var changes = new ArrayList<Change>();
        compare(Field.EXTERNAL_ID, stored.externalId(), said.externalId(), changes);
        compare(Field.ADDRESS_TYPE, stored.use().name(), said.use().name(), changes);
        compare(Field.NAME, stored.label(), said.label(), changes);
        compare(Field.STREET, stored.address().street(), said.address().street(), changes);
        compare(Field.STREET2, stored.address().street2(), said.address().street2(), changes);
        compare(Field.ZIP, stored.address().zip(), said.address().zip(), changes);
        compare(Field.CITY, stored.address().city(), said.address().city(), changes);
        compare(Field.COUNTRY, stored.address().country(), said.address().country(), changes);
        compare(Field.MAIL, String.join(", ", stored.mails()), String.join(", ", said.mails()), changes);
        compare(Field.PHONE, typed(stored), typed(said), changes);
        compare(Field.NOTES, stored.notes(), said.notes(), changes);
        return changes;
    }

    private static String typed(FurtherAddress address) {
        return address.phones().stream().map(Phone::typed).collect(Collectors.joining(", "));
    }

    private static void compare(Field field, String before, String after, List<Change> changes) {
        if (!after.isEmpty() && !after.equals(before)) {
            changes.add(new Change(field, before, after));
        }
    }
}
