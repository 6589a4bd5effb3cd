package coop.greffon.core.internal.tabular;

import java.util.Locale;
import java.util.regex.Pattern;

/** What a number format makes of a number. */
enum DateStyle {
    /** A plain number. */
    NONE,
    DAY,
    MOMENT,
    /** A time of day. */
    CLOCK,
    /** A length of time, whose hours may pass 24. */
    ELAPSED;

    private static final Pattern LITERALS = Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.");
    private static final Pattern ELAPSED_UNIT = Pattern.compile("\\[(h+|m+|s+)]");
    private static final Pattern BRACKETS = Pattern.compile("\\[[^\\]]*]");
    private static final Pattern HALF_DAY = Pattern.compile("am/pm|a/p");
    private static final Pattern DATE_LETTERS = Pattern.compile("[ymdhst0-9 /:.,\\-]*[ymdhs][ymdhst0-9 /:.,\\-@]*");

    /** The formats that every program knows by their number alone. */
    static DateStyle ofBuiltIn(int format) {
        if (format >= 14 && format <= 17) {
            return DAY;
        }
        if ((format >= 18 && format <= 21) || format == 45 || format == 47) {
            return CLOCK;
        }
        return format == 22 ? MOMENT : format == 46 ? ELAPSED : NONE;
    }

    /** A format spelled out, such as {@code yyyy-mm-dd hh:mm:ss}; its letters are English whatever the program's language. */
    static DateStyle ofCode(String code) {
        String first = LITERALS.matcher(code).replaceAll("").split(";", 2)[0].toLowerCase(Locale.ROOT);
        if (ELAPSED_UNIT.matcher(first).find()) {
            return ELAPSED;
        }
        String letters =
                HALF_DAY.matcher(BRACKETS.matcher(first).replaceAll("")).replaceAll("h");
        if (!DATE_LETTERS.matcher(letters).matches()) {
            return NONE;
        }
        boolean time = letters.indexOf('h') >= 0 || letters.indexOf('s') >= 0;
        boolean date = letters.indexOf('y') >= 0 || letters.indexOf('d') >= 0 || !time;
        if (date) {
            return time ? MOMENT : DAY;
        }
        return CLOCK;
    }
}
