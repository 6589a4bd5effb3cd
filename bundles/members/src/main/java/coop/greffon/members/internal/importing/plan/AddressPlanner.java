package coop.greffon.members.internal.importing.plan;

import coop.greffon.members.internal.importing.cells.ReadLine;
import coop.greffon.members.internal.importing.model.Change;
import coop.greffon.members.internal.importing.model.Field;
import coop.greffon.members.internal.importing.model.FurtherAddress;
import coop.greffon.members.internal.importing.model.ImportChoices;
import coop.greffon.members.internal.importing.model.LinePlan;
import coop.greffon.members.internal.importing.model.LinePlan.WantedAddress;
import coop.greffon.members.internal.importing.model.Outcome;
import coop.greffon.members.internal.importing.model.Phone;
import coop.greffon.members.internal.importing.model.PostalAddress;
import coop.greffon.members.internal.importing.model.Problem;
import coop.greffon.members.internal.importing.model.Reason;
import coop.greffon.members.internal.importing.plan.ParentLinks.Resolution;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
            Map<Long, List<FurtherAddress>> addressesByParent) {
        var all = new ArrayList<>(problems);
        if (parent.link().isEmpty()) {
            all.addAll(parent.problems());
            all.add(Problem.of(Field.PARENT_NAME, Reason.ADDRESS_OF_NOBODY, line.displayName()));
        }
        var said = address(line, all);
        if (LinePlans.isRefused(all, choices)) {
            return LinePlans.refused(line, Optional.empty(), all);
        }
        if (said.isEmpty()) {
            all.add(Problem.of(null, Reason.ADDRESS_EMPTY, line.displayName()));
            return LinePlans.ignored(line, Optional.empty(), all);
        }
        var stored =
                parent.stored().flatMap(holder -> match(said, addressesByParent.getOrDefault(holder.id(), List.of())));
        var wanted = stored.map(known -> merge(known, said)).orElse(said);
        var changes = stored.map(known -> changes(known, wanted)).orElse(List.of());
        var outcome = stored.isEmpty() ? Outcome.CREATE : changes.isEmpty() ? Outcome.UNCHANGED : Outcome.UPDATE;
        return new LinePlan(
                line.lines(),
                line.displayName(),
                outcome,
                Optional.empty(),
                Optional.of(new WantedAddress(wanted, stored)),
                parent.link(),
                changes,
                all);
    }

    private static FurtherAddress address(ReadLine line, List<Problem> problems) {
        var contact = line.details().contact();
        var facts = new ArrayList<String>();
        contact.phones().stream().map(Phone::typed).forEach(facts::add);
        facts.addAll(contact.mails());
        facts.addAll(line.notes());
        var remark = String.join("\n", facts);
        if (remark.length() > FurtherAddress.LONGEST_REMARK) {
            problems.add(Problem.of(Field.NOTES, Reason.TOO_LONG, remark, FurtherAddress.LONGEST_REMARK));
            remark = "";
        }
        var externalId = line.details().identity().externalId();
        return new FurtherAddress(
                externalId, line.use(), line.details().naming().organisation(), contact.address(), remark);
    }

    /** The same external identifier, or failing that the same place for the same use. */
    private static Optional<FurtherAddress> match(FurtherAddress said, List<FurtherAddress> known) {
        return known.stream()
                .filter(stored ->
                        !said.externalId().isEmpty() && stored.externalId().equals(said.externalId()))
                .findFirst()
                .or(() -> known.stream()
                        .filter(stored -> stored.externalId().isEmpty()
                                || said.externalId().isEmpty())
                        .filter(stored ->
                                stored.use() == said.use() && stored.address().equals(said.address()))
                        .findFirst());
    }

    /** As everywhere, an empty cell says nothing. */
    private static FurtherAddress merge(FurtherAddress stored, FurtherAddress said) {
        var before = stored.address();
        var after = said.address();
        return new FurtherAddress(
                filled(stored.externalId(), said.externalId()),
                said.use(),
                filled(stored.label(), said.label()),
                new PostalAddress(
                        filled(before.street(), after.street()),
                        filled(before.street2(), after.street2()),
                        filled(before.zip(), after.zip()),
                        filled(before.city(), after.city()),
                        filled(before.country(), after.country())),
                filled(stored.remark(), said.remark()));
    }

    private static String filled(String stored, String said) {
        return said.isEmpty() ? stored : said;
    }

    private static List<Change> changes(FurtherAddress stored, FurtherAddress wanted) {
        var changes = new ArrayList<Change>();
        compare(Field.EXTERNAL_ID, stored.externalId(), wanted.externalId(), changes);
        compare(Field.ADDRESS_TYPE, stored.use().name(), wanted.use().name(), changes);
        compare(Field.NAME, stored.label(), wanted.label(), changes);
        compare(Field.STREET, stored.address().street(), wanted.address().street(), changes);
        compare(Field.STREET2, stored.address().street2(), wanted.address().street2(), changes);
        compare(Field.ZIP, stored.address().zip(), wanted.address().zip(), changes);
        compare(Field.CITY, stored.address().city(), wanted.address().city(), changes);
        compare(Field.COUNTRY, stored.address().country(), wanted.address().country(), changes);
        compare(Field.NOTES, stored.remark(), wanted.remark(), changes);
        return changes;
    }

    private static void compare(Field field, String before, String after, List<Change> changes) {
        if (!after.equals(before)) {
            changes.add(new Change(field, before, after));
        }
    }
}
