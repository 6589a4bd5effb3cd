package coop.greffon.members.internal.importing.plan;

import coop.greffon.members.MemberKind;
import coop.greffon.members.MemberStatus;
import coop.greffon.members.internal.importing.cells.ReadLine;
import coop.greffon.members.internal.importing.columns.Columns;
import coop.greffon.members.internal.importing.model.Change;
import coop.greffon.members.internal.importing.model.Field;
import coop.greffon.members.internal.importing.model.ImportChoices;
import coop.greffon.members.internal.importing.model.LinePlan;
import coop.greffon.members.internal.importing.model.LinePlan.WantedMember;
import coop.greffon.members.internal.importing.model.Link;
import coop.greffon.members.internal.importing.model.Link.Role;
import coop.greffon.members.internal.importing.model.MemberDetails;
import coop.greffon.members.internal.importing.model.MemberDetails.Membership;
import coop.greffon.members.internal.importing.model.Outcome;
import coop.greffon.members.internal.importing.model.Problem;
import coop.greffon.members.internal.importing.model.Reason;
import coop.greffon.members.internal.importing.plan.ExistingMembers.StoredMember;
import coop.greffon.members.internal.importing.plan.Matching.Match;
import coop.greffon.members.internal.importing.plan.ParentLinks.Resolution;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Plans what becomes of a person or organisation. */
final class MemberPlanner {
    private final Columns columns;
    private final ImportChoices choices;
    private final FileIndex index;
    private final MemberCheck check;
    private final CompactIndex lineOfStored = new CompactIndex();

    MemberPlanner(Columns columns, ImportChoices choices, FileIndex index, MemberCheck check) {
        this.columns = columns;
        this.choices = choices;
        this.index = index;
        this.check = check;
    }

    /**
     * A record to plan.
     *
     * @param details what the line says, without what another line of the file has first
     * @param parent what was found of whom it belongs to, if it belongs to anybody
     * @param top the record at the top of those it belongs to
     */
    record Subject(int record, ReadLine line, MemberDetails details, Optional<Resolution> parent, int top) {}

    /**
     * Plans a record.
     *
     * @param problems found so far
     */
    LinePlan plan(Subject subject, List<Problem> problems, Candidates candidates) {
        var line = subject.line();
        var parent = subject.parent();
        var identifier = subject.details().identity().externalId();
        var known = candidates.withExternalId(identifier);
        var main = known.map(this::lineOfMerged).orElse(FileIndex.NONE);
        if (main != FileIndex.NONE && main != index.firstWithIdentifier(identifier)) {
            return mergedHere(line, known.get(), main);
        }
        var survivor = survivor(line, candidates);
        if (survivor.isPresent()) {
            return mergedAway(line, survivor.get());
        }
        if (isRefused(problems)) {
            return LinePlans.refused(line, known.map(StoredMember::id), problems);
        }
        var all = new ArrayList<>(problems);
        parent.ifPresent(resolution -> all.addAll(resolution.problems()));
        var link = parent.flatMap(Resolution::link);
        var said = asChild(subject, asContact(subject.details(), line, link));
        var match = new Matching(candidates).match(line, said);
        all.addAll(match.problems());
        match.member().ifPresent(stored -> checkMatchedOnce(subject.record(), stored, all));
        if (match.member().isEmpty() && said.naming().display().isEmpty() && !isRefused(all)) {
            all.add(Problem.of(Field.NAME, Reason.NAME_MISSING, line.label()));
        }
        if (isRefused(all)) {
            return LinePlans.refused(line, match.member().map(StoredMember::id), all);
        }
        var plan = match.member()
                .map(stored -> update(line, stored, match, link, all))
                .orElseGet(() -> create(line, match.details(), link, all));
        return match.member()
                .filter(stored -> plan.outcome() == Outcome.UPDATE && isOutdated(line, stored))
                .map(stored -> outdated(line, stored, plan.problems()))
                .orElseGet(() -> checked(line, plan, match.member()));
    }

    /** Whether somebody changed the record after the file was written: what the line says may be what it was then. */
    private static boolean isOutdated(ReadLine line, StoredMember stored) {
        return line.own() != null
                && line.own().id() == stored.id()
                && line.own().revision().orElse(stored.revision()) < stored.revision();
    }

    private static LinePlan outdated(ReadLine line, StoredMember stored, List<Problem> problems) {
        var all = new ArrayList<>(problems);
        all.add(Problem.of(
                Field.RECORD_REVISION,
                Reason.RECORD_CHANGED,
                Long.toString(line.own().revision().orElseThrow()),
                stored.details().naming().display(),
                Long.toString(stored.revision())));
        return LinePlans.refused(line, Optional.of(stored.id()), all);
    }

    /** The record of the file that speaks for a member whom several of its identifiers mean since a merge. */
    private int lineOfMerged(StoredMember stored) {
        return stored.externalIds().size() < 2
                ? FileIndex.NONE
                : stored.externalIds().stream()
                        .map(index::firstWithIdentifier)
                        .filter(record -> record != FileIndex.NONE)
                        .findFirst()
                        .orElse(FileIndex.NONE);
    }

    /** The member whose record took over the one that a line of our own export is about. */
    private static Optional<StoredMember> survivor(ReadLine line, Candidates candidates) {
        return line.own() == null
                ? Optional.empty()
                : candidates
                        .withRecordId(line.own().id())
                        .filter(stored -> stored.id() != line.own().id());
    }

    /** What the file says of a record that is no more would be put upon the other one, which may be known better. */
    private LinePlan mergedAway(ReadLine line, StoredMember survivor) {
        var id = Long.toString(line.own().id());
        var name = survivor.details().naming().display();
        int main = index.firstWithRecordId(survivor.id());
        var why = main == FileIndex.NONE
                ? Problem.of(Field.RECORD_ID, Reason.RECORD_MERGED, id, name)
                : Problem.of(Field.RECORD_ID, Reason.MERGED_HERE, id, name, index.lineOf(main));
        return LinePlans.ignored(line, Optional.of(survivor.id()), List.of(why));
    }

    private LinePlan mergedHere(ReadLine line, StoredMember stored, int main) {
        var why = Problem.of(
                Field.EXTERNAL_ID,
                Reason.MERGED_HERE,
                line.details().identity().externalId(),
                stored.details().naming().display(),
                index.lineOf(main));
        return LinePlans.ignored(line, Optional.of(stored.id()), List.of(why));
    }

    private static LinePlan create(ReadLine line, MemberDetails details, Optional<Link> link, List<Problem> problems) {
        return new LinePlan(
                line.lines(),
                line.label(),
                Outcome.CREATE,
                Optional.empty(),
                Optional.of(new WantedMember(details, OptionalLong.empty())),
                link,
                List.of(),
                problems);
    }

    private LinePlan checked(ReadLine line, LinePlan plan, Optional<StoredMember> stored) {
        var problems = new ArrayList<Problem>();
        if (plan.outcome() != Outcome.UNCHANGED && plan.wanted().orElseThrow() instanceof WantedMember member) {
            problems.addAll(check.problemsOf(member.details()));
            stored.ifPresent(
                    known -> problems.addAll(unsettled(known, member.details().membership())));
        }
        if (problems.isEmpty()) {
            return plan;
        }
        var all = new ArrayList<>(plan.problems());
        all.addAll(problems);
        return LinePlans.refused(line, plan.storedId(), all);
    }

    /** Whoever leaves by a file leaves as by a form: what is unsettled stands in the way. */
    private List<Problem> unsettled(StoredMember stored, Membership wanted) {
        var before = stored.details().membership().status();
        if (before == null || before == MemberStatus.FORMER || wanted.status() != MemberStatus.FORMER) {
            return List.of();
        }
        var on = wanted.leftOn() == null ? choices.today() : wanted.leftOn();
        return check.unsettled(stored.id(), on).stream()
                .map(matter -> new Problem(Field.STATUS, Reason.UNSETTLED, "", List.of(matter)))
                .toList();
    }

    private boolean isRefused(List<Problem> problems) {
        return LinePlans.isRefused(problems, choices);
    }

    private void checkMatchedOnce(int record, StoredMember stored, List<Problem> problems) {
        int first = lineOfStored.putFirst(stored.id(), record);
        if (first != record) {
            problems.add(Problem.of(
                    null, Reason.MATCHED_TWICE, stored.details().naming().display(), index.lineOf(first)));
        }
    }

    private LinePlan update(
            ReadLine line, StoredMember stored, Match match, Optional<Link> parent, List<Problem> problems) {
        // Whoever was merged with their own parent does not belong to themselves.
        var link = parent.filter(to -> !to.parent().isStored(stored.id()));
        var comparison = new Comparison(columns, line);
        var before = stored.detailsUnder(match.details().identity().externalId());
        var wanted = comparison.merge(before, match.details());
        var changes = new ArrayList<>(comparison.changes());
        problems.addAll(comparison.problems());
        var wantedLink = link.or(stored::link);
        if (link.isPresent() && stored.links().stream().noneMatch(known -> isSame(link.get(), known))) {
            var former = stored.links().stream()
                    .filter(known -> known.role() == link.get().role())
                    .findFirst()
                    .map(known -> known.parent().label())
                    .orElse("");
            changes.add(
                    new Change(Field.PARENT_NAME, former, link.get().parent().label()));
        }
        var status = before.membership().status();
        if (status != null && status != wanted.membership().status()) {
            problems.add(Problem.of(Field.STATUS, Reason.STATUS_CHANGES, line.label()));
        }
        return new LinePlan(
                line.lines(),
                line.label(),
                changes.isEmpty() ? Outcome.UNCHANGED : Outcome.UPDATE,
                Optional.of(stored.id()),
                Optional.of(new WantedMember(wanted, OptionalLong.of(stored.revision()))),
                wantedLink,
                changes,
                problems);
    }

    private static boolean isSame(Link said, Link stored) {
        return stored.role() == said.role()
                && stored.parent() instanceof Link.Stored before
                && said.parent() instanceof Link.Stored after
                && before.id() == after.id();
    }

    /** Suppliers, and the people to talk to there, are no members for standing in the same list; archived is archived. */
    private MemberDetails asContact(MemberDetails details, ReadLine line, Optional<Link> link) {
        boolean contact = details.naming().kind() == MemberKind.ORGANISATION
                || link.filter(to -> to.role() == Role.CONTACT_PERSON).isPresent();
        if (!contact || line.hints().statusTold() || choices.organisationsAreMembers()) {
            return details;
        }
        var said = details.membership();
        var status = said.status() == MemberStatus.MEMBER ? null : said.status();
        return details.with(new Membership(status, status == null ? "" : said.reasonKey(), null, said.leftOn()));
    }

    /** Odoo copies the address of the parent to contacts: it is not one of their own, unless they come in without their parent. */
    private MemberDetails asChild(Subject subject, MemberDetails details) {
        if (subject.parent().flatMap(Resolution::link).isEmpty()) {
            return details;
        }
        var address = details.contact().address();
        boolean copied = subject.top() >= 0
                ? index.sameAddress(subject.record(), subject.top())
                : subject.parent()
                        .flatMap(Resolution::stored)
                        .filter(stored -> stored.address().equals(address))
                        .isPresent();
        return copied ? details.with(details.contact().withoutAddress()) : details;
    }
}
