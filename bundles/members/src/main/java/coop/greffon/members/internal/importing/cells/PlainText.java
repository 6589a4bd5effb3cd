package coop.greffon.members.internal.importing.cells;

import coop.greffon.core.tabular.TabularFormat;
import java.text.Normalizer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Undoes what Odoo and the formats do to texts. */
public final class PlainText {
    private static final Pattern LINE_END = Pattern.compile("\\r\\n?|[\\x0B\\f\\u0085\\u2028\\u2029]");
    private static final Pattern WIDE_SPACE = Pattern.compile("[\\u00A0\\u2000-\\u200A\\u202F\\u3000]");
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\u200B\\u200E\\u200F\\u2060\\uFEFF&&[^\\n\\t]]");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final char FIRST_NON_LATIN = '\u0250';

    private PlainText() {}

    /** The text with lines ended by a line feed and no space around it or at the end of a line. */
    static String of(String written, TabularFormat format) {
        var text = format == TabularFormat.CSV ? withoutApostrophe(written) : written;
        return isPlain(text) ? text.strip() : cleaned(text);
    }

    /** Odoo sets an apostrophe before a text that a spreadsheet program would take for a formula. */
    private static String withoutApostrophe(String text) {
        boolean guarded = text.length() > 1 && text.charAt(0) == '\'' && "=+-".indexOf(text.charAt(1)) >= 0;
        return guarded ? text.substring(1) : text;
    }

    /** Most cells need nothing: a glance is much cheaper than the patterns. */
    private static boolean isPlain(String text) {
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            if (character < ' ' || (character >= 0x7F && character <= 0xA0) || character >= FIRST_NON_LATIN) {
                return false;
            }
        }
        return true;
    }

    private static String cleaned(String written) {
        var text = Normalizer.normalize(written, Normalizer.Form.NFC);
        text = WIDE_SPACE.matcher(text).replaceAll(" ");
        text = LINE_END.matcher(text).replaceAll("\n");
        text = INVISIBLE.matcher(text).replaceAll("");
        return text.lines()
                .map(String::stripTrailing)
                .collect(Collectors.joining("\n"))
                .strip();
    }

    static String onOneLine(String text) {
        return SPACES.matcher(text).replaceAll(" ");
    }

    /** What a stored text would be if a file said it. */
    public static String asRead(String stored) {
        return isPlain(stored) ? stored.strip() : cleaned(stored);
    }

    /** The same for a text that stands on one line. */
    public static String lineAsRead(String stored) {
        return onOneLine(asRead(stored));
    }
}
