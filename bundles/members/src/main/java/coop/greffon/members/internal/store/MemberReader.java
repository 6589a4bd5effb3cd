package coop.greffon.members.internal.store;

import coop.greffon.core.identity.Actor;
import coop.greffon.members.Address;
import coop.greffon.members.Card;
import coop.greffon.members.CardState;
import coop.greffon.members.ExternalId;
import coop.greffon.members.MailAddress;
import coop.greffon.members.Member;
import coop.greffon.members.MemberDraft;
import coop.greffon.members.NewMember;
import coop.greffon.members.Phone;
import coop.greffon.members.StatusChange;
import coop.greffon.members.internal.rules.StatusJournal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;

/** Reads whole records, many at once: one query per table, however many members. */
public final class MemberReader {
    private final EntityManager em;

    public MemberReader(EntityManager em) {
        this.em = em;
    }

    /**
     * Members that were written down in this transaction, in the order given. Where what was said of them is all there is, the database
     * is not asked for it again.
     */
    List<Member> written(List<StoredMember> rows, List<NewMember> said, Instant recordedAt, Actor by) {
        boolean isAll = said.stream()
                .allMatch(member ->
                        member.cards().isEmpty() && member.externalIds().isEmpty());
        if (!isAll) {
            Map<Long, Member> read = read(rows.stream().map(StoredMember::id).toList());
            return rows.stream().map(row -> read.get(row.id())).toList();
        }
        List<Member> members = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            List<StatusChange> statuses = said.get(i).statuses().stream()
                    .map(draft -> new StatusChange(draft.status(), draft.on(), draft.reason(), recordedAt, by.label()))
                    .toList();
            members.add(member(rows.get(i), said.get(i).details(), statuses, List.of(), List.of()));
        }
        return members;
    }

    /** The members of some ids, by id; unknown ids are missing. */
    public Map<Long, Member> read(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<Long, List<MailAddress>> mails = placed(StoredMail.class, ids);
        Map<Long, List<Phone>> phones = placed(StoredPhone.class, ids);
        Map<Long, List<Address>> addresses = placed(StoredAddress.class, ids);
        Map<Long, List<StoredTag>> tags = rows(StoredTag.class, "r.name", ids, StoredTag::memberId);
        Map<Long, List<StoredExternalId>> externalIds =
                rows(StoredExternalId.class, "r.source, r.externalId", ids, StoredExternalId::memberId);
        Map<Long, List<StoredCard>> cards = rows(StoredCard.class, "r.givenAt desc", ids, StoredCard::memberId);
        Map<Long, List<StatusChange>> statuses = statuses(ids);
        Map<Long, Member> members = new LinkedHashMap<>();
        for (StoredMember stored : members(ids)) {
            long id = stored.id();
            var draft = draft(
                    stored,
                    mails.getOrDefault(id, List.of()),
                    phones.getOrDefault(id, List.of()),
                    addresses.getOrDefault(id, List.of()),
                    tags.getOrDefault(id, List.of()));
            members.put(
                    id,
                    member(
                            stored,
                            draft,
                            statuses.getOrDefault(id, List.of()),
                            cards.getOrDefault(id, List.of()),
                            externalIds.getOrDefault(id, List.of())));
        }
        return members;
    }

    private static MemberDraft draft(
            StoredMember stored,
            List<MailAddress> mails,
            List<Phone> phones,
            List<Address> addresses,
            List<StoredTag> tags) {
        return new MemberDraft(
                stored.kind(),
                stored.number(),
                stored.givenName(),
                stored.familyName(),
                stored.organisationName(),
                mails,
                phones,
                addresses,
                stored.language(),
                stored.birthDate(),
                stored.vat(),
                tags.stream().map(StoredTag::name).toList(),
                stored.notes());
    }

    private static Member member(
            StoredMember stored,
            MemberDraft draft,
            List<StatusChange> statuses,
            List<StoredCard> cards,
            List<StoredExternalId> externalIds) {
        String reason = stored.statusSince() == null
                ? null
                : new StatusJournal(statuses)
                        .on(stored.statusSince())
                        .map(StatusChange::reason)
                        .orElse(null);
        List<Card> shown = cards.stream()
                .sorted(Comparator.comparing(card -> card.state() != CardState.ACTIVE))
                .map(StoredCard::value)
                .toList();
        // Merges made before migration V20261127_0114 left no mark: of those identifiers the first in order comes
        // first.
        List<ExternalId> ids = externalIds.stream()
                .sorted(Comparator.comparing(StoredExternalId::source)
                        .thenComparing(StoredExternalId::isOfFormerRecord))
                .map(StoredExternalId::value)
                .toList();
        return new Member(
                stored.id(),
                stored.revision(),
                draft.name(),
                draft,
                stored.status(),
                stored.statusSince(),
                reason,
                shown,
                ids,
                stored.photo());
    }

    /** The journals of statuses of some members, each in the order in which it was recorded. */
    public Map<Long, List<StatusChange>> statuses(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<Long, List<StatusChange>> statuses = new LinkedHashMap<>();
        rows(StoredStatusChange.class, "r.recordedAt, r.id", ids, StoredStatusChange::memberId)
                .forEach((id, changes) -> statuses.put(
                        id, changes.stream().map(StoredStatusChange::value).toList()));
        return statuses;
    }

    private List<StoredMember> members(Collection<Long> ids) {
        return em.createQuery("select m from StoredMember m where m.id in :ids", StoredMember.class)
                .setParameter("ids", ids)
                .getResultList();
    }

    private <T, P extends Placed<T>> Map<Long, List<T>> placed(Class<P> type, Collection<Long> ids) {
        Map<Long, List<T>> values = new LinkedHashMap<>();
        rows(type, "r.position", ids, Placed::memberId)
                .forEach((id, rows) ->
                        values.put(id, rows.stream().map(Placed::value).toList()));
        return values;
    }

    private <P> Map<Long, List<P>> rows(Class<P> type, String order, Collection<Long> ids, Function<P, Long> owner) {
        return em.createQuery(
                        "select r from " + type.getSimpleName() + " r where r.memberId in :ids order by " + order, type)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(Collectors.groupingBy(owner, LinkedHashMap::new, Collectors.toCollection(ArrayList::new)));
    }
}
