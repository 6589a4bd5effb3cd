package coop.greffon.shifts.internal.ical;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Status;
import biweekly.util.Duration;
import coop.greffon.core.message.Messages;
import coop.greffon.core.message.Text;
import coop.greffon.shifts.internal.store.slot.ShiftCalendar.OwnSeat;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * Somebody's shifts as an iCalendar file (RFC 5545). The same seat has the same UID for ever, so that a program replaces what it showed; one
 * that was given back is told as cancelled. Times are in UTC, which every program shows by its own clock.
 */
public final class CalendarFile {
    private final Messages messages;
    private final Locale language;
    private final UUID instance;

    /**
     * @param language of the titles
     * @param instance what tells the seats of this co-op from those of others
     */
    public CalendarFile(Messages messages, Locale language, UUID instance) {
        this.messages = messages;
        this.language = language;
        this.instance = instance;
    }

    /**
     * The file.
     *
     * @param now when it is written
     */
    public String of(List<OwnSeat> seats, Instant now) {
        ICalendar calendar = new ICalendar();
        calendar.setProductId("-//Greffon//shifts//EN");
        calendar.setName(messages.text(language, Text.of("shifts.feed.name")));
        calendar.setRefreshInterval(Duration.builder().hours(6).build());
        seats.forEach(seat -> calendar.addEvent(event(seat, now)));
        return Biweekly.write(calendar).go();
    }

    private VEvent event(OwnSeat seat, Instant now) {
        VEvent event = new VEvent();
        event.setUid("booking-" + seat.booking().id() + "@" + instance);
        event.setDateTimeStamp(Date.from(now));
        event.setDateStart(Date.from(seat.shift().span().starts()));
        event.setDateEnd(Date.from(seat.shift().span().ends()));
        event.setSummary(messages.text(
                language, Text.of("shifts.feed.title", seat.shift().job())));
        boolean takesPlace = seat.booking().state().isComing();
        event.setStatus(takesPlace ? Status.confirmed() : Status.cancelled());
        event.setSequence(takesPlace ? 0 : 1);
        return event;
    }
}
