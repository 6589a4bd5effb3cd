package coop.greffon.members.internal.store;

import coop.greffon.core.audit.Audit;
import coop.greffon.core.audit.Change;
import coop.greffon.core.audit.FieldChange;
import coop.greffon.core.identity.Actor;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.Refused;
import coop.greffon.members.CardState;
import coop.greffon.members.Member;
import coop.greffon.members.MemberDraft;
import coop.greffon.members.MemberFilter.Standing;
import coop.greffon.members.internal.account.InvitationRows;
import coop.greffon.members.internal.rules.HouseholdRules;
import coop.greffon.members.internal.rules.HouseholdRules.Stay;
import coop.greffon.members.internal.rules.MemberChanges;
import coop.greffon.members.internal.rules.MemberUnion;
import coop.greffon.members.internal.store.SearchIndex.Entry;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Makes two records of one person one. The record that goes keeps its row, its journal of statuses and its history, and leads to the one
 * that stays; lists, search and totals no longer know it.
 */
@Component(service = RecordMerge.class)
public final class RecordMerge {
    private static final String MERGED = "members.audit.merged";

    private final JpaTemplate jpa;
    private final Audit audit;
    private final Clock clock;

    @Activate
    public RecordMerge(
            @Reference(target = "(osgi.unit.name=members)") JpaTemplate jpa,
            @Reference Audit audit,
            @Reference Clock clock) {
        this.jpa = jpa;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Keeps both records for the caller's transaction.
     *
     * @throws coop.greffon.core.problem.NotFound where one is unknown or merged already
     */
    public void lock(long one, long other) {
        jpa.tx(TransactionType.Required, em -> {
            // In the order of their ids, so that two who merge the same ones wait for each other.
            JpaMembers.lock(em, Math.min(one, other));
            JpaMembers.lock(em, Math.max(one, other));
        });
    }

    /**
     * Moves what this bundle knows, in the caller's transaction.
     *
     * @throws Refused where one is a person and the other an organisation, or they belong to two households at once
     */
    public void merge(long from, long into, Actor by) {
        jpa.tx(TransactionType.Required, em -> {
            lock(from, into);
            StoredMember going = JpaMembers.lock(em, from);
            StoredMember staying = JpaMembers.lock(em, into);
            if (going.kind() != staying.kind()) {
                throw new Refused(Text.of("members.merge.kinds"));
            }
            Map<Long, Member> before = new MemberReader(em).read(List.of(from, into));
            var writer = new MemberWriter(em, clock.instant(), today(), by);
            moveStays(em, from, into);
            moveRows(em, from, into);
            leave(em, writer, going, into);
            unite(em, writer, staying, before.get(from), before.get(into), by);
            record(by, from, into, before.get(from).name());
        });
    }

    private void leave(EntityManager em, MemberWriter writer, StoredMember going, long into) {
        Standing standing = Standing.of(going.status());
        em.createQuery("select m from StoredMember m where m.mergedInto = :id", StoredMember.class)
                .setParameter("id", going.id())
                .getResultStream()
                .forEach(earlier -> earlier.mergeInto(into));
        going.mergeInto(into);
        em.flush();
        writer.onConnection(connection -> {
            new Tally(connection).add(Map.of(standing, -1L));
            new SearchIndex(connection).remove(going.id());
        });
    }

    private void unite(
            EntityManager em, MemberWriter writer, StoredMember staying, Member from, Member into, Actor by) {
        MemberDraft united = MemberUnion.of(into.details(), from.details());
        if (!united.equals(into.details())) {
            writer.update(List.of(new MemberWriter.Edit(staying, into, united)));
            // Each revision has its entry of that name, by which a stale edit tells what changed.
            audit.record(
                    by,
                    JpaMembers.EDITED,
                    JpaMembers.RECORD,
                    Long.toString(into.id()),
                    MemberChanges.between(into.details(), united));
        }
        em.flush();
        Member now = new MemberReader(em).read(List.of(into.id())).get(into.id());
        List<String> codes = now.cards().stream().map(card -> card.code()).toList();
        writer.onConnection(connection -> new SearchIndex(connection)
                .replace(List.of(new Entry(staying.id(), staying.sortKey(), now.details(), codes))));
    }

    private void moveRows(EntityManager em, long from, long into) {
        boolean hasActive = !active(em, into).isEmpty();
        List<StoredCard> cards = em.createQuery("select c from StoredCard c where c.memberId = :id", StoredCard.class)
                .setParameter("id", from)
                .getResultList();
        for (StoredCard card : cards) {
            if (hasActive && card.state() == CardState.ACTIVE) {
                card.end(CardState.REPLACED, today(), null);
            }
            card.moveTo(into);
        }
        em.createQuery(
                        "select c from StoredContactPerson c where c.personId = :id or c.organisationId = :id",
                        StoredContactPerson.class)
                .setParameter("id", from)
                .getResultStream()
                .forEach(contact -> contact.replace(from, into));
        em.createQuery("select o from StoredOverride o where o.memberId = :id", StoredOverride.class)
                .setParameter("id", from)
                .getResultStream()
                .forEach(override -> override.moveTo(into));
        em.createQuery("select e from StoredExternalId e where e.memberId = :id", StoredExternalId.class)
                .setParameter("id", from)
                .getResultStream()
                .forEach(externalId -> externalId.moveTo(into));
        em.createQuery("update StoredArrival a set a.memberId = :into where a.memberId = :from")
                .setParameter("into", into)
                .setParameter("from", from)
                .executeUpdate();
        InvitationRows.forget(em, from);
        em.flush();
    }

    private static List<StoredCard> active(EntityManager em, long memberId) {
        return em.createQuery("select c from StoredCard c where c.activeMemberId = :id", StoredCard.class)
                .setParameter("id", memberId)
                .getResultList();
    }

    /** A role that both have in the same household is one role; two households at once are for people to sort out first. */
    private static void moveStays(EntityManager em, long from, long into) {
        List<Stay> held = new ArrayList<>();
        stays(em, into).forEach(stay -> held.add(value(stay)));
        for (StoredHouseholdPerson stay : stays(em, from)) {
            Stay moved = new Stay(stay.householdId(), into, stay.role(), stay.from(), stay.to());
            Optional<?> refusal = HouseholdRules.refusal(held, moved);
            if (refusal.isEmpty()) {
                stay.moveTo(into);
                held.add(moved);
            } else if (held.stream().anyMatch(other -> other.householdId() != moved.householdId())) {
                throw new Refused(Text.of("members.merge.households"));
            } else {
                em.remove(stay);
            }
        }
        em.flush();
    }

    private static List<StoredHouseholdPerson> stays(EntityManager em, long memberId) {
        return em.createQuery(
                        "select r from StoredHouseholdPerson r where r.memberId = :id order by r.validFrom, r.id",
                        StoredHouseholdPerson.class)
                .setParameter("id", memberId)
                .getResultList();
    }

    private static Stay value(StoredHouseholdPerson row) {
        return new Stay(row.householdId(), row.memberId(), row.role(), row.from(), row.to());
    }

    private void record(Actor by, long from, long into, String name) {
        audit.record(
                by,
                MERGED,
                JpaMembers.RECORD,
                Long.toString(into),
                List.of(new FieldChange("merged", null, name + " (" + from + ")")));
        audit.record(
                by,
                MERGED,
                JpaMembers.RECORD,
                Long.toString(from),
                List.of(new FieldChange("merged-into", null, Long.toString(into))));
    }

    /** The records that were merged into one, by id. */
    public List<Long> mergedInto(long memberId) {
        return jpa.txExpr(TransactionType.Supports, em -> mergedInto(em, memberId));
    }

    static List<Long> mergedInto(EntityManager em, long memberId) {
        return em.createQuery("select m.id from StoredMember m where m.mergedInto = :id order by m.id", Long.class)
                .setParameter("id", memberId)
                .getResultList();
    }

    /** The records that were merged into one, as they were left. */
    public List<Member> left(long memberId) {
        return jpa.txExpr(
                TransactionType.Supports,
                em -> List.copyOf(
                        new MemberReader(em).read(mergedInto(em, memberId)).values()));
    }

    /** What happened to a record, and to those that were merged into it, newest first. */
    public List<Change> history(long memberId) {
        List<Change> changes = new ArrayList<>(audit.history(JpaMembers.RECORD, Long.toString(memberId)));
        mergedInto(memberId).forEach(merged -> changes.addAll(audit.history(JpaMembers.RECORD, Long.toString(merged))));
        changes.sort(Comparator.comparing(Change::at).reversed());
        return changes;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
