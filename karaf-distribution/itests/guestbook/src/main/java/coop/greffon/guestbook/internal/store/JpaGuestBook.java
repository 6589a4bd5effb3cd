package coop.greffon.guestbook.internal.store;

import coop.greffon.core.audit.Audit;
import coop.greffon.core.audit.FieldChange;
import coop.greffon.core.identity.Actor;
import coop.greffon.core.validation.Validation;
import coop.greffon.guestbook.Entry;
import coop.greffon.guestbook.EntryDraft;
import coop.greffon.guestbook.GuestBook;
import java.time.Clock;
import java.util.List;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The guest book in this bundle's table. */
@Component(service = GuestBook.class)
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
    public Entry write(EntryDraft draft, Actor by) {
        validation.valid(draft);
        return jpa.txExpr(TransactionType.Required, em -> {
            var entry = new StoredEntry(clock.instant(), by, draft.text().strip());
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
    public long count() {
        return jpa.txExpr(
                TransactionType.Supports,
                em -> em.createQuery("select count(e) from StoredEntry e", Long.class)
                        .getSingleResult());
    }
}
