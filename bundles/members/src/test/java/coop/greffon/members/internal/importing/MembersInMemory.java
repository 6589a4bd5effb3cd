package coop.greffon.members.internal.importing;

import coop.greffon.members.internal.importing.model.FurtherAddress;
import coop.greffon.members.internal.importing.model.LinePlan;
import coop.greffon.members.internal.importing.model.LinePlan.WantedAddress;
import coop.greffon.members.internal.importing.model.LinePlan.WantedMember;
import coop.greffon.members.internal.importing.model.Link;
import coop.greffon.members.internal.importing.model.MemberDetails;
import coop.greffon.members.internal.importing.model.NameKeys;
import coop.greffon.members.internal.importing.model.Outcome;
import coop.greffon.members.internal.importing.plan.ExistingMembers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A store of members that applies plans the way the real one must. */
public final class MembersInMemory implements ExistingMembers {
    private final Map<Long, StoredMember> members = new LinkedHashMap<>();
    private final Map<Long, List<FurtherAddress>> addresses = new HashMap<>();
    private long lastId;

    /** Puts somebody into the store and answers the identifier. */
    public long add(MemberDetails details) {
        members.put(++lastId, stored(lastId, 0, details, List.of()));
        return lastId;
    }

    /** Does what the plans say, those at the top being first. */
    public void apply(List<LinePlan> plans) {
        var idByLine = new HashMap<Long, Long>();
        for (var plan : plans) {
            if (plan.outcome() == Outcome.CREATE || plan.outcome() == Outcome.UPDATE) {
                long id = plan.storedId().orElseGet(() -> ++lastId);
                var link = plan.link().map(told -> stored(told, idByLine));
                if (plan.wanted().orElseThrow() instanceof WantedMember member) {
                    members.put(
                            id,
                            stored(
                                    id,
                                    member.revision().orElse(0),
                                    member.details(),
                                    link.stream().toList()));
                } else if (plan.wanted().orElseThrow() instanceof WantedAddress address) {
                    var holder = ((Link.Stored) link.orElseThrow().parent()).id();
                    var known = addresses.computeIfAbsent(holder, none -> new ArrayList<>());
                    address.replaced().ifPresent(known::remove);
                    known.add(address.address());
                }
                idByLine.put(plan.lines().first(), id);
            }
        }
    }

    private static StoredMember stored(long id, long revision, MemberDetails details, List<Link> links) {
        var externalId = details.identity().externalId();
        return new StoredMember(
                id, Set.of(), revision, details, externalId.isEmpty() ? List.of() : List.of(externalId), links);
    }

    private Link stored(Link link, Map<Long, Long> idByLine) {
        return link.parent() instanceof Link.InFile parent
                ? new Link(link.role(), new Link.Stored(idByLine.get(parent.line()), parent.label()))
                : link;
    }

    public Collection<StoredMember> members() {
        return members.values();
    }

    public StoredMember member(long id) {
        return members.get(id);
    }

    /** The member of that external identifier. */
    public StoredMember member(String externalId) {
        return members.values().stream()
                .filter(member -> member.details().identity().externalId().equals(externalId))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nobody has " + externalId));
    }

    public List<FurtherAddress> allAddresses() {
        return addresses.values().stream().flatMap(Collection::stream).toList();
    }

    @Override
    public List<StoredMember> find(Keys keys) {
        return members.values().stream()
                .filter(member -> keys.recordIds().contains(member.id()) || fits(member.details(), keys))
                .toList();
    }

    private static boolean fits(MemberDetails details, Keys keys) {
        var identity = details.identity();
        return keys.externalIds().contains(identity.externalId())
                || keys.numbers().contains(identity.number())
                || hasName(details, keys)
                || !Collections.disjoint(keys.cards(), identity.cards())
                || !Collections.disjoint(keys.mails(), details.contact().mails());
    }

    private static boolean hasName(MemberDetails details, Keys keys) {
        return !keys.nameKeys().isEmpty()
                && keys.nameKeys().contains(NameKeys.of(details.naming().display()));
    }

    @Override
    public Map<Long, List<FurtherAddress>> addressesOf(Collection<Long> memberIds) {
        var found = new HashMap<>(addresses);
        found.keySet().retainAll(memberIds);
        return found;
    }
}
