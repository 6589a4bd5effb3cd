package coop.greffon.guestbook.internal.neighbour;

import coop.greffon.core.message.Text;
import coop.greffon.guestbook.internal.store.JpaGuestBook;
import coop.greffon.members.arrival.DutyRoster;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whoever wrote last keeps the book until the end of that day. */
@Component(service = DutyRoster.class)
public final class BookKeepers implements DutyRoster {
    private final JpaGuestBook book;
    private final Clock clock;

    @Activate
    public BookKeepers(@Reference JpaGuestBook book, @Reference Clock clock) {
        this.book = book;
        this.clock = clock;
    }

    @Override
    public List<Duty> onDuty(Instant at) {
        LocalDate day = LocalDate.ofInstant(at, clock.getZone());
        Instant from = day.atStartOfDay(clock.getZone()).toInstant();
        Instant to = day.plusDays(1).atStartOfDay(clock.getZone()).toInstant();
        return book.lastWriterBetween(from, to).stream()
                .map(member -> new Duty(member, Text.of("guestbook.duty.keeper"), from, to))
                .toList();
    }
}
