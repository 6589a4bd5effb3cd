package coop.greffon.shifts.internal.reminder;

import coop.greffon.core.instance.Instance;
import coop.greffon.core.mail.Attachment;
import coop.greffon.core.message.Messages;
import coop.greffon.shifts.internal.ical.CalendarFile;
import coop.greffon.shifts.internal.store.slot.ShiftCalendar;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
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

    /** The seat as it is now; empty where there is none of that id. */
    Optional<Attachment> of(long bookingId, Locale language) {
        var file = new CalendarFile(messages, language, instance.id());
        return shifts.seat(bookingId)
                .map(seat -> new Attachment(
                        "shift-" + bookingId + ".ics",
                        "text/calendar; charset=utf-8; method=" + CalendarFile.method(seat),
                        file.ofOne(seat, clock.instant()).getBytes(StandardCharsets.UTF_8)));
    }
}
