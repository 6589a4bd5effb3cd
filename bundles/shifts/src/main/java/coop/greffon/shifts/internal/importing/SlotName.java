package coop.greffon.shifts.internal.importing;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads names of slots that tell when they are, such as {@code AMar. - 08:30}: the letter of the week, the day, the hour. What stands before
 * or behind, each after a dash, is the kind of slot or the place, and does not count.
 */
final class SlotName {
    private static final String DAYS = Weekdays.spelt().keySet().stream()
            .sorted(Comparator.comparing(String::length).reversed())
            .collect(Collectors.joining("|"));
    private static final Pattern NAME = Pattern.compile(
            "(?:.* - )??(?:([A-Z])(?: ?- ?| )?)?(?i:(" + DAYS + "))\\.?(?: ?- ?| )(\\d{1,2})[:hH](\\d{2})?(?: ?- .*)?");

    private SlotName() {}

    /** The slot it tells of, without its job; empty where it tells of none. */
    static Optional<SlotKey> read(String name) {
        Matcher found = NAME.matcher(name.strip().replace('\u2013', '-'));
        if (!found.matches()) {
            return Optional.empty();
        }
        int hour = Integer.parseInt(found.group(3));
        int minute = found.group(4) == null ? 0 : Integer.parseInt(found.group(4));
        if (hour > 23 || minute > 59) {
            return Optional.empty();
        }
        Integer week = found.group(1) == null ? null : Weeks.letter(found.group(1));
        DayOfWeek day = Weekdays.spelt().get(found.group(2).toLowerCase(Locale.ROOT));
        return Optional.of(new SlotKey(null, week, day, LocalTime.of(hour, minute)));
    }
}
