package coop.greffon.guestbook.internal.neighbour;

import coop.greffon.core.identity.Actor;
import coop.greffon.guestbook.internal.store.JpaGuestBook;
import coop.greffon.members.MemberMerge;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Words follow a person whose two records become one. */
@Component(service = MemberMerge.class)
public final class WordsMerge implements MemberMerge {
    private final JpaGuestBook book;

    @Activate
    public WordsMerge(@Reference JpaGuestBook book) {
        this.book = book;
    }

    @Override
    public void merge(long from, long into, Actor by) {
        book.move(from, into);
    }
}
