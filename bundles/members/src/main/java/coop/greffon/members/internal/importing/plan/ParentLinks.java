package coop.greffon.members.internal.importing.plan;

import coop.greffon.members.MemberKind;
import coop.greffon.members.internal.importing.cells.ReadLine;
import coop.greffon.members.internal.importing.model.Field;
import coop.greffon.members.internal.importing.model.Link;
import coop.greffon.members.internal.importing.model.Link.Role;
import coop.greffon.members.internal.importing.model.Outcome;
import coop.greffon.members.internal.importing.model.PostalAddress;
import coop.greffon.members.internal.importing.model.Problem;
import coop.greffon.members.internal.importing.model.Reason;
import coop.greffon.members.internal.importing.plan.ExistingMembers.StoredMember;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whom each record of the file belongs to, once those at the top have been planned. */
final class ParentLinks {
    private final FileIndex index;
    private final int[] tops;
    private final BitSet parents = new BitSet();
    private final Map<Integer, Parent> planned = new HashMap<>();

    /** What became of a record that others belong to. */
    private record Parent(String label, Outcome outcome, Optional<StoredParent> stored) {}

    /** What children need to know of a parent that the store holds; there may be many, so no more than that is kept. */
    record StoredParent(long id, PostalAddress address, Optional<Link> holder) {
        static StoredParent of(StoredMember member) {
            return new StoredParent(
                    member.id(),
                    member.details().contact().address(),
                    member.links().stream()
                            .filter(link -> link.role() == Role.CO_MEMBER)
                            .findFirst());
        }
    }

    /** A link, or why there is none. */
    record Resolution(Optional<Link> link, Optional<StoredParent> stored, List<Problem> problems) {
        private static Resolution none(Field field, Reason reason, String name) {
            return new Resolution(Optional.empty(), Optional.empty(), List.of(Problem.of(field, reason, name)));
        }
    }

    ParentLinks(FileIndex index) {
        this.index = index;
        this.tops = new int[index.size()];
        for (int record = 0; record < tops.length; record++) {
            tops[record] = index.topOf(record);
            if (tops[record] >= 0 && tops[record] != record) {
                parents.set(tops[record]);
            }
        }
    }

    /** The record at the top, or one of the negative answers of {@link FileIndex#topOf}. */
    int topOf(int record) {
        return tops[record];
    }

    /** Whether others belong to it, who have to wait for its plan, even where its own parent is not in the file. */
    boolean hasChildren(int record) {
        return parents.get(record);
    }

    /** Whether the parent has to be looked for in the store. */
    boolean isOutsideFile(int record) {
        return tops[record] == FileIndex.NONE;
    }

    /** Remembers what became of a record, if others belong to it. */
    void remember(int record, String label, Outcome outcome, Optional<StoredMember> stored) {
        if (parents.get(record)) {
            planned.put(record, new Parent(label, outcome, stored.map(StoredParent::of)));
        }
    }

    Resolution resolve(int record, ReadLine line, Candidates candidates) {
        var field = line.parent().identifier().isEmpty() ? Field.PARENT_NAME : Field.PARENT_ID;
        var name = field == Field.PARENT_ID
                ? line.parent().identifier()
                : line.parent().name();
        int top = tops[record];
        if (top == FileIndex.LOOP) {
            return Resolution.none(field, Reason.PARENT_LOOP, name);
        } else if (top == FileIndex.AMBIGUOUS) {
            return Resolution.none(field, Reason.PARENT_AMBIGUOUS, name);
        } else if (top == FileIndex.NONE) {
            return ofStore(field, name, line.isAddress(), candidates);
        }
        var parent = planned.get(top);
        var role = role(index.isOrganisation(top), line.isAddress());
        if (parent.stored().isPresent()) {
            return found(role, new Link.Stored(parent.stored().get().id(), parent.label()), parent.stored());
        }
        return switch (parent.outcome()) {
            case ERROR -> Resolution.none(field, Reason.PARENT_REFUSED, name);
            case IGNORED -> Resolution.none(field, Reason.PARENT_IGNORED, name);
            default -> found(role, new Link.InFile(index.lineOf(top), parent.label()), Optional.empty());
        };
    }

    private static Resolution ofStore(Field field, String name, boolean address, Candidates candidates) {
        var possible = field == Field.PARENT_ID
                ? candidates.withExternalId(name).stream().toList()
                : candidates.withName(name);
        if (possible.size() != 1) {
            return Resolution.none(field, possible.isEmpty() ? Reason.PARENT_UNKNOWN : Reason.PARENT_AMBIGUOUS, name);
        }
        var parent = possible.get(0);
        var naming = parent.details().naming();
        var role = role(naming.kind() == MemberKind.ORGANISATION, address);
        return found(role, new Link.Stored(parent.id(), naming.display()), Optional.of(StoredParent.of(parent)));
    }

    /** Whoever belongs to a co-member belongs to the household, and so to its holder. */
    private static Resolution found(Role role, Link.Parent parent, Optional<StoredParent> stored) {
        var link = role == Role.CO_MEMBER ? stored.flatMap(StoredParent::holder) : Optional.<Link>empty();
        return new Resolution(Optional.of(link.orElseGet(() -> new Link(role, parent))), stored, List.of());
    }

    private static Role role(boolean ofOrganisation, boolean address) {
        if (address) {
            return Role.FURTHER_ADDRESS;
        }
        return ofOrganisation ? Role.CONTACT_PERSON : Role.CO_MEMBER;
    }
}
