package coop.greffon.members.internal.importing.cells;

import coop.greffon.core.tabular.Cell;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads dates: those of databases, those of spreadsheets, and those of people, who write the day first. */
final class Dates {
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:[T ](\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.\\d+)?)?)?");
    private static final Pattern DAY_FIRST =
            Pattern.compile("(\\d{1,2})[/. -](\\d{1,2})[/. -](\\d{4})(?:,? (\\d{1,2})[:h](\\d{2})(?::(\\d{2}))?)?");
    private static final LocalDate SPREADSHEET_DAY_0 = LocalDate.of(1899, 12, 30);
    private static final BigDecimal SECONDS_A_DAY = BigDecimal.valueOf(86_400);
    private static final Pattern SERIAL = Pattern.compile("\\d{4,5}(?:\\.\\d{1,12})?");
    /** A smaller number is a year: nobody alive was born before March 1908. */
    private static final BigDecimal FIRST_SERIAL = BigDecimal.valueOf(3_000);

    private static final BigDecimal LAST_SERIAL = BigDecimal.valueOf(99_999);

    private Dates() {}

    /** The moment the cell holds, in the zone of whoever wrote the file; empty if it holds none. */
    static Optional<LocalDateTime> read(Cell cell) {
        if (cell instanceof Cell.Moment moment) {
            return Optional.of(moment.value());
        } else if (cell instanceof Cell.Day day) {
            return Optional.of(day.value().atStartOfDay());
        } else if (cell instanceof Cell.Number number) {
            return ofSerial(number.value());
        } else if (cell instanceof Cell.Text text) {
            return ofText(text.value().strip());
        }
        return Optional.empty();
    }

    /** A date that lost its format is the number of days since the end of 1899, counted the spreadsheet's way. */
    private static Optional<LocalDateTime> ofSerial(BigDecimal serial) {
        if (serial.compareTo(FIRST_SERIAL) < 0 || serial.compareTo(LAST_SERIAL) > 0) {
            return Optional.empty();
        }
        long seconds =
                serial.multiply(SECONDS_A_DAY).setScale(0, RoundingMode.HALF_UP).longValueExact();
        return Optional.of(SPREADSHEET_DAY_0.atStartOfDay().plusSeconds(seconds));
    }

    private static Optional<LocalDateTime> ofText(String text) {
        var yearFirst = YEAR_FIRST.matcher(text);
        if (yearFirst.matches()) {
            return of(yearFirst, 1, 3);
        }
        if (SERIAL.matcher(text).matches()) {
            return ofSerial(new BigDecimal(text));
        }
        var dayFirst = DAY_FIRST.matcher(text);
        return dayFirst.matches() ? of(dayFirst, 3, 1) : Optional.empty();
    }

    private static Optional<LocalDateTime> of(Matcher found, int year, int day) {
        try {
            return Optional.of(LocalDateTime.of(
                    number(found, year),
                    number(found, 2),
                    number(found, day),
                    number(found, 4),
                    number(found, 5),
                    number(found, 6)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static int number(Matcher found, int group) {
        return found.group(group) == null ? 0 : Integer.parseInt(found.group(group));
    }
}
