package coop.greffon.guestbook.internal.health;

import coop.greffon.core.health.Health;
import coop.greffon.core.health.Health.Level;
import coop.greffon.core.health.HealthCheck;
import coop.greffon.core.message.Text;
import coop.greffon.guestbook.GuestBook;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The book can be read. */
@Component(service = HealthCheck.class)
public final class BookHealth implements HealthCheck {
    private final GuestBook book;

    @Activate
    public BookHealth(@Reference GuestBook book) {
        this.book = book;
    }

    @Override
    public Health check() {
        return new Health(Level.OK, Text.of("guestbook.health.readable", book.count()));
    }
}
