package coop.greffon.members.internal.importing.plan;

import coop.greffon.members.internal.importing.model.FurtherAddress;
import coop.greffon.members.internal.importing.model.Link;
import coop.greffon.members.internal.importing.model.MemberDetails;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the import needs to know of those whom the store holds already; asked for many lines at once. It answers as things
 * were when the import began: who is stored meanwhile must not be found, or applying would differ from what was shown.
 */
public interface ExistingMembers {
    /** Everybody whom at least one of the keys fits, each once. */
    List<StoredMember> find(Keys keys);

    /** The further addresses of each of those members; those who have none may be missing. */
    Map<Long, List<FurtherAddress>> addressesOf(Collection<Long> memberIds);

    /**
     * What members may be found by.
     *
     * @param recordIds identifiers of their records here, or of records that were merged into theirs
     * @param mails in lower case
     * @param nameKeys {@link coop.greffon.members.internal.importing.model.NameKeys#of} of a person's given and family
     *     names together, or of an organisation's name
     */
    record Keys(
            Set<Long> recordIds,
            Set<String> externalIds,
            Set<String> numbers,
            Set<String> mails,
            Set<String> nameKeys,
            Set<String> cards) {}

    /**
     * A member, person or organisation of the store.
     *
     * @param formerIds those of the record identifiers asked for whose records were merged into this one
     * @param revision how often its details were changed
     * @param externalIds every identifier of the program that wrote the file, the record's own before those of records that were
     *     merged into it; of a merge made before migration V20261127_0114, which left no mark, the first in order counts as its own
     * @param links whom it belongs to: the holder of the household of a co-member, the organisations of a contact person,
     *     the one it came to last first
     */
    record StoredMember(
            long id,
            Set<Long> formerIds,
            long revision,
            MemberDetails details,
            List<String> externalIds,
            List<Link> links) {
        public StoredMember {
            formerIds = Set.copyOf(formerIds);
            externalIds = List.copyOf(externalIds);
            links = List.copyOf(links);
        }

        /** The details, under the identifier asked for if it is one of theirs. */
        public MemberDetails detailsUnder(String externalId) {
            var identity = details.identity();
            return externalIds.contains(externalId)
                    ? details.with(new MemberDetails.Identity(externalId, identity.number(), identity.cards()))
                    : details;
        }

        /** The link to show where no role is asked for. */
        public Optional<Link> link() {
            return links.stream().findFirst();
        }
    }
}
