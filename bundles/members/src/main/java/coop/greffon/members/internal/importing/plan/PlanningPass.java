package coop.greffon.members.internal.importing.plan;

import coop.greffon.members.internal.importing.cells.ReadLine;
import coop.greffon.members.internal.importing.model.Field;
import coop.greffon.members.internal.importing.model.FurtherAddress;
import coop.greffon.members.internal.importing.model.ImportChoices;
import coop.greffon.members.internal.importing.model.LinePlan;
import coop.greffon.members.internal.importing.model.Problem;
import coop.greffon.members.internal.importing.model.Reason;
import coop.greffon.members.internal.importing.plan.ParentLinks.Resolution;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** One reading of the file that plans either the records at the top or those that belong to others. */
final class PlanningPass {
    private static final int BATCH = 200;

    private final FileIndex index;
    private final ParentLinks links;
    private final MemberPlanner members;
    private final AddressPlanner addresses;
    private final Doubles doubles;
    private final ImportChoices choices;
    private final ExistingMembers existing;
    private final boolean children;
    private final Consumer<LinePlan> consumer;
    private final List<Entry> batch = new ArrayList<>();
    private int next;

    private record Entry(int record, ReadLine line) {}

    PlanningPass(
            FileIndex index,
            ParentLinks links,
            MemberPlanner members,
            ImportChoices choices,
            ExistingMembers existing,
            boolean children,
            Consumer<LinePlan> consumer) {
        this.index = index;
        this.links = links;
        this.members = members;
        this.addresses = new AddressPlanner(choices);
        this.doubles = new Doubles(index);
        this.choices = choices;
        this.existing = existing;
        this.children = children;
        this.consumer = consumer;
    }

    /** Takes the next record of the file; it is only read if this pass is about it. */
    void take(Supplier<ReadLine> line) {
        int record = next++;
        if ((index.hasParent(record) && !links.hasChildren(record)) == children) {
            batch.add(new Entry(record, line.get()));
            if (batch.size() == BATCH) {
                finish();
            }
        }
    }

    /** Plans the records taken so far. */
    void finish() {
        var lines = batch.stream().map(Entry::line).toList();
        var ofOthers = batch.stream()
                .filter(entry -> index.hasParent(entry.record()) && links.isOutsideFile(entry.record()))
                .map(Entry::line)
                .toList();
        var candidates = Candidates.of(lines, ofOthers, existing);
        var parents = new HashMap<Integer, Resolution>();
        for (var entry : batch) {
            if (index.hasParent(entry.record())) {
                parents.put(entry.record(), links.resolve(entry.record(), entry.line(), candidates));
            }
        }
        var known = addressesOf(parents);
        for (var entry : batch) {
            consumer.accept(plan(entry, Optional.ofNullable(parents.get(entry.record())), candidates, known));
        }
        batch.clear();
    }

    private Map<Long, List<FurtherAddress>> addressesOf(Map<Integer, Resolution> parents) {
        var holders = batch.stream()
                .filter(entry -> entry.line().isAddress())
                .flatMap(entry -> parents.get(entry.record()).stored().stream())
                .map(ParentLinks.StoredParent::id)
                .collect(Collectors.toSet());
        return holders.isEmpty() ? Map.of() : existing.addressesOf(holders);
    }

    private LinePlan plan(
            Entry entry,
            Optional<Resolution> parent,
            Candidates candidates,
            Map<Long, List<FurtherAddress>> knownAddresses) {
        var line = entry.line();
        int record = entry.record();
        if (line.programAccount() && !choices.withProgramAccounts()) {
            var identifier = line.details().identity().externalId();
            var reason = Problem.of(Field.EXTERNAL_ID, Reason.PROGRAM_ACCOUNT, identifier, line.label());
            var plan = LinePlans.ignored(line, Optional.empty(), List.of(reason));
            links.remember(record, line.label(), plan.outcome(), Optional.empty());
            return plan;
        }
        var finding = doubles.check(record, line);
        var problems = new ArrayList<>(line.problems());
        problems.addAll(finding.problems());
        if (line.isAddress()) {
            return addresses.plan(line, problems, parent.orElseThrow(), knownAddresses);
        }
        return planMember(entry, finding, problems, parent, candidates);
    }

    private LinePlan planMember(
            Entry entry,
            Doubles.Finding finding,
            List<Problem> problems,
            Optional<Resolution> parent,
            Candidates candidates) {
        int record = entry.record();
        var subject = new MemberPlanner.Subject(record, entry.line(), finding.details(), parent, links.topOf(record));
        var plan = members.plan(subject, problems, candidates);
        var stored = plan.storedId().flatMap(id -> candidates.withId(id));
        links.remember(record, entry.line().label(), plan.outcome(), stored);
        return plan;
    }
}
