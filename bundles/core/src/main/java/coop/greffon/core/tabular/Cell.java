package coop.greffon.core.tabular;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Objects;

/**
 * A cell of a table, read or to be written. A CSV file holds only texts and empty cells; a workbook holds all kinds.
 */
public sealed interface Cell {
    /** The cell with nothing in it. */
    Cell EMPTY = new Empty();

    /** The cell as a plain text: a number with a point and no exponent, a date in ISO 8601, a formula as its stored result. */
    String text();

    /**
     * A text.
     *
     * @param value not empty; line breaks as they were written
     */
    record Text(String value) implements Cell {
        public Text {
            Objects.requireNonNull(value, "value");
        }

        @Override
        public String text() {
            return value;
        }
    }

    /**
     * A number; one read from a workbook has the 15 digits that the workbook shows.
     *
     * @param value never null
     */
    @SuppressWarnings("JavaLangClash") // Always written Cell.Number, like its sisters.
    record Number(BigDecimal value) implements Cell {
        public Number {
            Objects.requireNonNull(value, "value");
        }

        @Override
        public String text() {
            return value.toPlainString();
        }
    }

    /** Yes or no. */
    record Bool(boolean value) implements Cell {
        @Override
        public String text() {
            return String.valueOf(value);
        }
    }

    /**
     * A day with a time, in no time zone.
     *
     * @param value never null
     */
    record Moment(LocalDateTime value) implements Cell {
        public Moment {
            Objects.requireNonNull(value, "value");
        }

        @Override
        public String text() {
            return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(value);
        }
    }

    /**
     * A day.
     *
     * @param value never null
     */
    record Day(LocalDate value) implements Cell {
        public Day {
            Objects.requireNonNull(value, "value");
        }

        @Override
        public String text() {
            return value.toString();
        }
    }

    /**
     * A computed cell. It is never evaluated, and its stored result may be stale: treat it as a fault of its line.
     *
     * @param expression the formula without its equals sign, empty where the file keeps it with another cell
     * @param cached the result that was stored with it, empty where none was
     */
    record Formula(String expression, String cached) implements Cell {
        public Formula {
            Objects.requireNonNull(expression, "expression");
            Objects.requireNonNull(cached, "cached");
        }

        @Override
        public String text() {
            return cached;
        }
    }

    /** Nothing. */
    record Empty() implements Cell {
        @Override
        public String text() {
            return "";
        }
    }

    /** A text, or the empty cell where it is null or empty. */
    static Cell of(String value) {
        return value == null || value.isEmpty() ? EMPTY : new Text(value);
    }

    /** A number, or the empty cell for null. */
    static Cell of(BigDecimal value) {
        return value == null ? EMPTY : new Number(value);
    }

    /** A whole number. */
    static Cell of(long value) {
        return new Number(BigDecimal.valueOf(value));
    }

    /** Yes or no. */
    static Cell of(boolean value) {
        return new Bool(value);
    }

    /** A day, or the empty cell for null. */
    static Cell of(LocalDate value) {
        return value == null ? EMPTY : new Day(value);
    }

    /** A day with a time, or the empty cell for null. */
    static Cell of(LocalDateTime value) {
        return value == null ? EMPTY : new Moment(value);
    }
}
