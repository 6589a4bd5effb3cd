package coop.greffon.shifts.internal.reminder;

import coop.greffon.core.instance.Instance;
import coop.greffon.core.mail.Attachment;
import coop.greffon.core.message.Messages;
import coop.greffon.shifts.internal.ical.CalendarFile;
import coop.greffon.shifts.internal.store.slot.ShiftCalendar;
import coop.greffon.shifts.internal.store.slot.ShiftCalendar.OwnSeat;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Somebody's seat as the file that goes with a letter about it, for the calendar of whoever reads it. */
@Component(service = SeatFiles.class)
public final class SeatFiles {
    private final ShiftCalendar shifts;
    private final Messages messages;
    private final Instance instance;
    private final Clock clock;

    @Activate
    public SeatFiles(
            @Reference ShiftCalendar shifts,
            @Reference Messages messages,
            @Reference Instance instance,
            @Reference Clock clock) {
        this.shifts = shifts;
        this.messages = messages;
        this.instance = instance;
        this.clock = clock;
    }

    /** The seat as it is now; none where there is none of that id. */
    List<Attachment> of(long bookingId, Locale language) {
        return shifts.seat(bookingId).stream().map(seat -> file(seat, language)).toList();
    }

    /** The seat somebody gave, which goes, and the one they took for it. */
    List<Attachment> exchanged(long given, long takenFromOther, Locale language) {
        Stream<Long> taken = shifts.seat(takenFromOther).stream()
                .map(seat -> seat.booking().takenOverBy())
                .filter(Objects::nonNull);
        return Stream.concat(Stream.of(given), taken)
                .flatMap(booking -> of(booking, language).stream())
                .toList();
    }

    private Attachment file(OwnSeat seat, Locale language) {
        var file = new CalendarFile(messages, language, instance.id(), clock.getZone());
        return new Attachment(
                "shift-" + seat.booking().id() + ".ics",
                "text/calendar; charset=utf-8; method=" + CalendarFile.method(seat),
                file.ofOne(seat, clock.instant()).getBytes(StandardCharsets.UTF_8));
    }
}
