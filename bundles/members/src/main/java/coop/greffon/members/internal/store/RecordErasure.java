package coop.greffon.members.internal.store;

import coop.greffon.core.audit.Audit;
import coop.greffon.core.identity.Actor;
import coop.greffon.members.CardState;
import coop.greffon.members.Member;
import coop.greffon.members.internal.account.InvitationRows;
import coop.greffon.members.internal.store.SearchIndex.Entry;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Takes out of a record, and of those that were merged into it, all that says who it was, and when they came. The record, its number, its
 * journal of statuses, its roles and its codes on cards stay: what happened stays whole, without a name.
 */
@Component(service = RecordErasure.class)
public final class RecordErasure {
    private static final List<Class<?>> GOING =
            List.of(StoredMail.class, StoredPhone.class, StoredAddress.class, StoredTag.class, StoredExternalId.class);

    private final JpaTemplate jpa;
    private final Audit audit;
    private final Clock clock;

    @Activate
    public RecordErasure(
            @Reference(target = "(osgi.unit.name=members)") JpaTemplate jpa,
            @Reference Audit audit,
            @Reference Clock clock) {
        this.jpa = jpa;
        this.audit = audit;
        this.clock = clock;
    }

    /** Erases, in the caller's transaction. */
    public void erase(long memberId, Actor by) {
        jpa.tx(TransactionType.Required, em -> {
            StoredMember row = JpaMembers.lock(em, memberId);
            RecordMerge.mergedInto(em, memberId).forEach(merged -> forget(em, em.find(StoredMember.class, merged)));
            forget(em, row);
            em.flush();
            new MemberWriter(em, clock.instant(), today(), by)
                    .onConnection(connection -> new SearchIndex(connection).replace(List.of(words(em, row))));
            audit.record(by, "members.audit.erased", JpaMembers.RECORD, Long.toString(memberId), List.of());
        });
    }

    private void forget(EntityManager em, StoredMember row) {
        long memberId = row.id();
        row.forget();
        GOING.forEach(
                type -> execute(em, "delete from " + type.getSimpleName() + " r where r.memberId = :id", memberId));
        execute(em, "update StoredStatusChange s set s.reason = null where s.memberId = :id", memberId);
        execute(em, "update StoredOverride o set o.reason = '' where o.memberId = :id", memberId);
        execute(em, "update StoredContactPerson c set c.function = null where c.personId = :id", memberId);
        em.createQuery("select c from StoredCard c where c.memberId = :id", StoredCard.class)
                .setParameter("id", memberId)
                .getResultStream()
                .forEach(this::forget);
        execute(
                em,
                "delete from StoredHearing h where h.cause in"
                        + " (select a.cause from StoredArrival a where a.memberId = :id)",
                memberId);
        execute(em, "delete from StoredArrival a where a.memberId = :id", memberId);
        InvitationRows.forget(em, memberId);
        audit.forget(JpaMembers.RECORD, Long.toString(memberId));
    }

    /** Number and codes still find the record. */
    private static Entry words(EntityManager em, StoredMember row) {
        Member left = new MemberReader(em).read(List.of(row.id())).get(row.id());
        return new Entry(
                row.id(),
                row.sortKey(),
                left.details(),
                left.cards().stream().map(card -> card.code()).toList());
    }

    private void forget(StoredCard card) {
        if (card.state() == CardState.ACTIVE) {
            card.end(CardState.REVOKED, today(), null);
        } else {
            card.end(card.state(), card.value().to(), null);
        }
    }

    private static void execute(EntityManager em, String statement, long memberId) {
        em.createQuery(statement).setParameter("id", memberId).executeUpdate();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
