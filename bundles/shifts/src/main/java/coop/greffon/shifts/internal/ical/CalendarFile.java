package coop.greffon.shifts.internal.ical;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Method;
import biweekly.property.Status;
import biweekly.util.Duration;
import coop.greffon.core.message.Messages;
import coop.greffon.core.message.Text;
import coop.greffon.shifts.internal.store.slot.ListedShift;
import coop.greffon.shifts.internal.store.slot.Shift;
import coop.greffon.shifts.internal.store.slot.ShiftCalendar.OwnSeat;
import coop.greffon.shifts.internal.store.slot.ShiftState;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * Somebody's shifts as an iCalendar file (RFC 5545). The same seat has the same UID for ever, so that a program replaces what it showed; one
 * that was given back is told as cancelled. Times are those of the clock on the
 * wall where the co-op is, whose zone goes with them.
 */
public final class CalendarFile {
    private final Messages messages;
    private final Locale language;
    private final UUID instance;
    private final ZoneId zone;

    /**
     * @param language of the titles
     * @param instance what tells the seats of this co-op from those of others
     * @param zone where the co-op is
     */
    public CalendarFile(Messages messages, Locale language, UUID instance, ZoneId zone) {
        this.messages = messages;
        this.language = language;
        this.instance = instance;
        this.zone = zone;
    }

    /**
     * The file.
     *
     * @param now when it is written
     */
    public String of(List<OwnSeat> seats, Instant now) {
        ICalendar calendar = empty();
        calendar.setName(messages.text(language, Text.of("shifts.feed.name")));
        calendar.setRefreshInterval(Duration.builder().hours(6).build());
        seats.forEach(seat -> calendar.addEvent(event(seat, now)));
        return written(calendar);
    }

    /** All shifts of a job with how many people are still wanted, and nobody's name. */
    public String ofJob(String job, List<ListedShift> shifts, Instant now) {
        ICalendar calendar = empty();
        calendar.setName(messages.text(language, Text.of("shifts.job-feed.name", job)));
        calendar.setRefreshInterval(Duration.builder().hours(6).build());
        shifts.forEach(listed -> calendar.addEvent(event(listed, now)));
        return written(calendar);
    }

    private VEvent event(ListedShift listed, Instant now) {
        boolean takesPlace = listed.shift().state() != ShiftState.CANCELLED;
        int wanted = listed.free() + listed.seeking();
        VEvent event = event("shift-" + listed.shift().id(), listed.shift(), now);
        event.setSummary(messages.text(
                language,
                takesPlace && wanted > 0
                        ? Text.of("shifts.job-feed.wanted", listed.shift().job(), wanted)
                        : Text.of("shifts.job-feed.full", listed.shift().job())));
        event.setStatus(takesPlace ? Status.confirmed() : Status.cancelled());
        event.setSequence(listed.shift().revision());
        return event;
    }

    private VEvent event(String name, Shift shift, Instant now) {
        VEvent event = new VEvent();
        event.setUid(name + "@" + instance);
        event.setDateTimeStamp(Date.from(now));
        event.setDateStart(Date.from(shift.span().starts()));
        event.setDateEnd(Date.from(shift.span().ends()));
        return event;
    }

    /** The file that goes with a letter about one seat: it is shown, or what was shown of it goes. */
    public String ofOne(OwnSeat seat, Instant now) {
        ICalendar calendar = empty();
        calendar.setMethod(method(seat));
        calendar.addEvent(event(seat, now));
        return written(calendar);
    }

    private String written(ICalendar calendar) {
        calendar.getEvents().stream()
                .map(event -> event.getDateStart().getValue().toInstant())
                .min(Comparator.naturalOrder())
                .ifPresent(first -> calendar.getTimezoneInfo().setDefaultTimezone(new ZoneFile(zone).from(first)));
        return Biweekly.write(calendar).go();
    }

    /** What a program is to do with a seat. */
    public static String method(OwnSeat seat) {
        return seat.booking().state().isComing() ? Method.PUBLISH : Method.CANCEL;
    }

    private static ICalendar empty() {
        ICalendar calendar = new ICalendar();
        calendar.setProductId("-//Greffon//shifts//EN");
        return calendar;
    }

    private VEvent event(OwnSeat seat, Instant now) {
        VEvent event = event("booking-" + seat.booking().id(), seat.shift(), now);
        event.setSummary(messages.text(
                language, Text.of("shifts.feed.title", seat.shift().job())));
        boolean takesPlace = seat.booking().state().isComing();
        event.setStatus(takesPlace ? Status.confirmed() : Status.cancelled());
        event.setSequence(seat.booking().revision());
        return event;
    }
}
