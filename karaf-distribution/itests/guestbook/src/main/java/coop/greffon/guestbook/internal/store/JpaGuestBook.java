package coop.greffon.guestbook.internal.store;

import coop.greffon.core.audit.Audit;
import coop.greffon.core.audit.FieldChange;
import coop.greffon.core.identity.Actor;
import coop.greffon.core.persistence.Moments;
import coop.greffon.core.validation.Validation;
import coop.greffon.guestbook.Entry;
import coop.greffon.guestbook.EntryDraft;
import coop.greffon.guestbook.GuestBook;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The guest book in this bundle's table. */
@Component(service = {GuestBook.class, JpaGuestBook.class})
public final class JpaGuestBook implements GuestBook {
    private final JpaTemplate jpa;
    private final Validation validation;
    private final Audit audit;
    private final Clock clock;

    @Activate
    public JpaGuestBook(
            @Reference(target = "(osgi.unit.name=guestbook)") JpaTemplate jpa,
            @Reference Validation validation,
            @Reference Audit audit,
            @Reference Clock clock) {
        this.jpa = jpa;
        this.validation = validation;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Entry write(EntryDraft draft, Long memberId, Actor by) {
        validation.valid(draft);
        return jpa.txExpr(TransactionType.Required, em -> {
            var entry =
                    new StoredEntry(clock.instant(), memberId, by, draft.text().strip());
            em.persist(entry);
            em.flush();
            Entry view = entry.view();
            audit.record(
                    by,
                    "guestbook.audit.written",
                    "guestbook.entry",
                    String.valueOf(view.id()),
                    List.of(new FieldChange("text", null, view.text())));
            return view;
        });
    }

    @Override
    public List<Entry> latest(int most) {
        return jpa.txExpr(
                TransactionType.Supports,
                em -> em.createQuery(
                                "select e from StoredEntry e order by e.writtenAt desc, e.id desc", StoredEntry.class)
                        .setMaxResults(most)
                        .getResultStream()
                        .map(StoredEntry::view)
                        .toList());
    }

    @Override
    public List<Entry> ofMember(long memberId) {
        return jpa.txExpr(
                TransactionType.Supports,
                em -> stored(em, memberId).map(StoredEntry::view).toList());
    }

    private static Stream<StoredEntry> stored(EntityManager em, long memberId) {
        return em.createQuery(
                        "select e from StoredEntry e where e.memberId = :member order by e.writtenAt desc, e.id desc",
                        StoredEntry.class)
                .setParameter("member", memberId)
                .getResultStream();
    }

    @Override
    public long count() {
        return jpa.txExpr(
                TransactionType.Supports,
                em -> em.createQuery("select count(e) from StoredEntry e", Long.class)
                        .getSingleResult());
    }

    /** The member who wrote last within a time; empty where nobody did. */
    public Optional<Long> lastWriterBetween(Instant from, Instant to) {
        return jpa.txExpr(
                TransactionType.Supports,
                em -> em.createQuery(
                                "select e.memberId from StoredEntry e where e.memberId is not null"
                                        + " and e.writtenAt >= :from and e.writtenAt < :to order by e.writtenAt desc, e.id desc",
                                Long.class)
                        .setParameter("from", Moments.stored(from))
                        .setParameter("to", Moments.stored(to))
                        .setMaxResults(1)
                        .getResultStream()
                        .findFirst());
    }

    /** Gives what one member wrote to another, in the caller's transaction. */
    public void move(long from, long into) {
        jpa.tx(TransactionType.Required, em -> stored(em, from).toList().forEach(entry -> entry.belongTo(into)));
    }

    /** Takes what a member wrote out of the book, in the caller's transaction. */
    public int eraseOf(long memberId) {
        return jpa.txExpr(
                TransactionType.Required,
                em -> em.createQuery("delete from StoredEntry e where e.memberId = :member")
                        .setParameter("member", memberId)
                        .executeUpdate());
    }

    /** Takes words out of the book that were left before an instant. */
    public int eraseBefore(Instant limit) {
        return jpa.txExpr(
                TransactionType.Required,
                em -> em.createQuery("delete from StoredEntry e where e.writtenAt < :limit")
                        .setParameter("limit", Moments.stored(limit))
                        .executeUpdate());
    }
}
