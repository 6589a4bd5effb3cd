package coop.greffon.guestbook.internal.web;

import coop.greffon.guestbook.GuestBook;
import coop.greffon.guestbook.internal.view.StaticTemplates;
import coop.greffon.guestbook.internal.view.Templates;
import coop.greffon.web.TodayTile;
import coop.greffon.web.Visit;
import gg.jte.Content;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The newest word, on the page of the day. */
@Component(service = TodayTile.class)
public final class GuestbookTile implements TodayTile {
    private final Templates templates = new StaticTemplates();
    private final GuestBook book;

    @Activate
    public GuestbookTile(@Reference GuestBook book) {
        this.book = book;
    }

    @Override
    public Optional<Content> tile(Visit visit) {
        if (!visit.may("guestbook.entry.list")) {
            return Optional.empty();
        }
        return book.latest(1).stream().findFirst().map(newest -> templates.tile(visit, newest));
    }
}
