package coop.greffon.shifts.internal.rules.slot;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** From an instant to a later one. */
public record Span(Instant starts, Instant ends) {
    public Span {
        if (!ends.isAfter(starts)) {
            throw new IllegalArgumentException(ends + " does not come after " + starts);
        }
    }

    /**
     * What the clock on the wall says of a day, whatever the season. An hour left out in spring is the one after it; of one that comes twice
     * in autumn the first is meant.
     *
     * @param ends not after the start, it is that of the next day
     */
    public static Span of(LocalDate day, LocalTime starts, LocalTime ends, ZoneId zone) {
        LocalDate lastDay = ends.isAfter(starts) ? day : day.plusDays(1);
        ZonedDateTime begin = ZonedDateTime.of(day, starts, zone);
        ZonedDateTime end = ZonedDateTime.of(lastDay, ends, zone);
        if (!end.isAfter(begin)) {
            // Both lie about the hour that is left out: it lasts as long as on any other day.
            end = begin.plus(Duration.between(day.atTime(starts), lastDay.atTime(ends)));
        }
        return new Span(begin.toInstant(), end.toInstant());
    }

    /** For how long both last at once. */
    public Duration common(Span other) {
        Instant begin = starts.isAfter(other.starts) ? starts : other.starts;
        Instant end = ends.isBefore(other.ends) ? ends : other.ends;
        return end.isAfter(begin) ? Duration.between(begin, end) : Duration.ZERO;
    }
}
