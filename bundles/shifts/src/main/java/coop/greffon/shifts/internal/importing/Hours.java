package coop.greffon.shifts.internal.importing;

import coop.greffon.core.tabular.Cell;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads times of the day: those by the clock, and hours with a fraction, as Odoo writes them. */
final class Hours {
    private static final Pattern BY_THE_CLOCK =
            Pattern.compile("(\\d{1,2}) ?[:hH] ?(?:(\\d{2})(?::\\d{2}(?:\\.\\d+)?)?)?");
    private static final Pattern FRACTION = Pattern.compile("(\\d{1,2})(?:[.,](\\d{1,12}))?");
    private static final BigDecimal MINUTES = BigDecimal.valueOf(60);
    private static final int DAY = 24 * 60;

    private Hours() {}

    static Optional<LocalTime> read(Cell cell) {
        if (cell instanceof Cell.Moment moment) {
            return Optional.of(moment.value().toLocalTime().withSecond(0).withNano(0));
        }
        String text = cell.text().strip();
        Matcher clock = BY_THE_CLOCK.matcher(text);
        if (clock.matches()) {
            int minutes = clock.group(2) == null ? 0 : Integer.parseInt(clock.group(2));
            return minutes < 60 ? of(Integer.parseInt(clock.group(1)) * 60 + minutes) : Optional.empty();
        }
        return FRACTION.matcher(text).matches()
                ? of(new BigDecimal(text.replace(',', '.'))
                        .multiply(MINUTES)
                        .setScale(0, RoundingMode.HALF_UP)
                        .intValueExact())
                : Optional.empty();
    }

    /** The end of a day is the beginning of the next. */
    private static Optional<LocalTime> of(int minutes) {
        return minutes > DAY ? Optional.empty() : Optional.of(LocalTime.ofSecondOfDay(minutes % DAY * 60L));
    }
}
