package coop.greffon.shifts.internal.importing;

import coop.greffon.core.tabular.Cell;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads days: those of programs, whose year comes first, and those of people, whose day comes first. */
final class Days {
    private static final Pattern YEAR_FIRST = Pattern.compile("([12]\\d{3})-(\\d{1,2})-(\\d{1,2})(?:[T ].*)?");
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})[/. -](\\d{1,2})[/. -]([12]\\d{3})");

    private Days() {}

    static Optional<LocalDate> read(Cell cell) {
        if (cell instanceof Cell.Day day) {
            return Optional.of(day.value());
        } else if (cell instanceof Cell.Moment moment) {
            return Optional.of(moment.value().toLocalDate());
        }
        String text = cell.text().strip();
        Matcher yearFirst = YEAR_FIRST.matcher(text);
        if (yearFirst.matches()) {
            return of(yearFirst, 1, 3);
        }
        Matcher dayFirst = DAY_FIRST.matcher(text);
        return dayFirst.matches() ? of(dayFirst, 3, 1) : Optional.empty();
    }

    private static Optional<LocalDate> of(Matcher found, int year, int day) {
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(found.group(year)),
                    Integer.parseInt(found.group(2)),
                    Integer.parseInt(found.group(day))));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
