package coop.greffon.members.internal.importing.plan;

import coop.greffon.members.internal.importing.cells.ReadLine;
import coop.greffon.members.internal.importing.model.MemberDetails;
import coop.greffon.members.internal.importing.model.NameKeys;
import coop.greffon.members.internal.importing.plan.ExistingMembers.Keys;
import coop.greffon.members.internal.importing.plan.ExistingMembers.StoredMember;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Those of the store whom a batch of lines may be about, by what lines know them by. */
final class Candidates {
    private final Map<Long, StoredMember> byId = new HashMap<>();
    private final Map<Long, StoredMember> byFormerId = new HashMap<>();
    private final Map<String, StoredMember> byExternalId = new HashMap<>();
    private final Map<String, StoredMember> byNumber = new HashMap<>();
    private final Map<String, StoredMember> byCard = new HashMap<>();
    private final Map<String, Set<StoredMember>> byMail = new HashMap<>();
    private final Map<String, Set<StoredMember>> byName = new HashMap<>();

    private Candidates(List<StoredMember> found) {
        for (var member : found) {
            var details = member.details();
            byId.put(member.id(), member);
            member.formerIds().forEach(id -> byFormerId.put(id, member));
            member.externalIds().forEach(externalId -> byExternalId.put(externalId, member));
            byNumber.put(details.identity().number(), member);
            details.identity().cards().forEach(card -> byCard.put(card, member));
            details.contact().mails().forEach(mail -> add(byMail, mail, member));
            add(byName, FileIndex.nameKey(details), member);
        }
        byNumber.remove("");
        byName.remove("");
    }

    private static void add(Map<String, Set<StoredMember>> members, String key, StoredMember member) {
        members.computeIfAbsent(key, unknown -> new LinkedHashSet<>()).add(member);
    }

    /** Asks the store once for all the lines, and for the parents that the file only names. */
    static Candidates of(Collection<ReadLine> lines, Collection<ReadLine> ofOtherParents, ExistingMembers existing) {
        var recordIds = new HashSet<Long>();
        var externalIds = new HashSet<String>();
        var numbers = new HashSet<String>();
        var mails = new HashSet<String>();
        var names = new HashSet<String>();
        var cards = new HashSet<String>();
        for (var line : lines) {
            var details = line.details();
            if (line.own() != null) {
                recordIds.add(line.own().id());
            }
            externalIds.add(details.identity().externalId());
            numbers.add(details.identity().number());
            cards.addAll(details.identity().cards());
            mails.addAll(details.contact().mails());
            if (details.contact().mails().isEmpty() && FileIndex.isWithoutKey(details)) {
                names.add(FileIndex.nameKey(details));
            }
        }
        for (var line : ofOtherParents) {
            externalIds.add(line.parent().identifier());
            names.add(NameKeys.of(line.parent().name()));
        }
        List.of(externalIds, numbers, mails, names, cards).forEach(keys -> keys.remove(""));
        return new Candidates(existing.find(new Keys(recordIds, externalIds, numbers, mails, names, cards)));
    }

    Optional<StoredMember> withId(long id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The member whose record has the identifier, or had it before a merge. */
    Optional<StoredMember> withRecordId(long id) {
        return withId(id).or(() -> Optional.ofNullable(byFormerId.get(id)));
    }

    Optional<StoredMember> withExternalId(String externalId) {
        return Optional.ofNullable(byExternalId.get(externalId));
    }

    Optional<StoredMember> withNumber(String number) {
        return Optional.ofNullable(byNumber.get(number));
    }

    Optional<StoredMember> withCard(String card) {
        return Optional.ofNullable(byCard.get(card));
    }

    /** Those who share a mail address and the name. */
    List<StoredMember> withMailAndName(MemberDetails details) {
        var name = FileIndex.nameKey(details);
        return details.contact().mails().stream()
                .flatMap(mail -> byMail.getOrDefault(mail, Set.of()).stream())
                .filter(member -> FileIndex.nameKey(member.details()).equals(name))
                .distinct()
                .toList();
    }

    List<StoredMember> withName(String name) {
        return List.copyOf(byName.getOrDefault(NameKeys.of(name), Set.of()));
    }
}
