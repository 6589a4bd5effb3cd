package coop.greffon.web.table;

import coop.greffon.core.message.Text;
import java.util.function.Function;

/**
 * A column.
 *
 * @param key its name in addresses ({@code ?sort=name}) and in JSON, whatever the reader's language
 * @param label the message key of its title
 * @param kind how its values are shown and written
 * @param value the value: null, a String, a number, a LocalDate, an Instant, a Boolean, a {@link Text}, or a collection of strings;
 *     a {@link Kind#MONEY} is a long in cents
 * @param link where the value leads, null for nowhere; the function may answer null
 * @param tone the state a {@link Kind#STATE} stands for, null otherwise
 * @param isSortable whether the rows may be ordered by it
 * @param isOnScreen whether the page shows it; exports always do
 */
public record Column<R>(
        String key,
        String label,
        Kind kind,
        Function<R, ?> value,
        Function<R, String> link,
        Function<R, Tone> tone,
        boolean isSortable,
        boolean isOnScreen) {
    /** How values are shown and written. */
    public enum Kind {
        TEXT,
        /** A text that is never broken over two lines, such as a telephone number. */
        CODE,
        /** The name of the row. */
        TITLE,
        NUMBER,
        MONEY,
        DATE,
        MOMENT,
        STATE
    }

    /** How good a state is. */
    public enum Tone {
        NEUTRAL,
        OK,
        WARN,
        DENY,
        INFO;

        /** The class the look knows it by, empty for neutral. */
        public String css() {
            return this == NEUTRAL ? "" : name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private static <R> Column<R> of(String key, String label, Kind kind, Function<R, ?> value) {
        return new Column<>(key, label, kind, value, null, null, false, true);
    }

    /** A column of texts. */
    public static <R> Column<R> text(String key, String label, Function<R, ?> value) {
        return of(key, label, Kind.TEXT, value);
    }

    /** A column of texts that are never broken over two lines, such as telephone numbers. */
    public static <R> Column<R> code(String key, String label, Function<R, ?> value) {
        return of(key, label, Kind.CODE, value);
    }

    /** The column that names the row and leads to it; a table has one. */
    public static <R> Column<R> title(String key, String label, Function<R, ?> value, Function<R, String> link) {
        return new Column<>(key, label, Kind.TITLE, value, link, null, false, true);
    }

    /** A column of whole or decimal numbers, or of codes that are aligned like them. */
    public static <R> Column<R> number(String key, String label, Function<R, ?> value) {
        return of(key, label, Kind.NUMBER, value);
    }

    /** A column of amounts in cents. */
    public static <R> Column<R> money(String key, String label, Function<R, Long> cents) {
        return of(key, label, Kind.MONEY, cents);
    }

    /** A column of days. */
    public static <R> Column<R> date(String key, String label, Function<R, java.time.LocalDate> value) {
        return of(key, label, Kind.DATE, value);
    }

    /** A column of instants, shown in the co-op's time. */
    public static <R> Column<R> moment(String key, String label, Function<R, java.time.Instant> value) {
        return of(key, label, Kind.MOMENT, value);
    }

    /** A column of states, each a word with a tone. */
    public static <R> Column<R> state(String key, String label, Function<R, Text> value, Function<R, Tone> tone) {
        return new Column<>(key, label, Kind.STATE, value, null, tone, false, true);
    }

    /** The same column, by which rows may be ordered. */
    public Column<R> sortable() {
        return new Column<>(key, label, kind, value, link, tone, true, isOnScreen);
    }

    /** The same column, in exports only. */
    public Column<R> exportOnly() {
        return new Column<>(key, label, kind, value, link, tone, isSortable, false);
    }
}
