package coop.greffon.core.internal.tabular;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How XLSX writes the characters that XML cannot hold: {@code _x000B_} for a vertical tab, {@code _x005F_} for an underscore that could
 * be taken for the start of such a code.
 */
final class TextEscapes {
    private static final Pattern CODE = Pattern.compile("_x([0-9A-Fa-f]{4})_");
    private static final Pattern LOOKS_LIKE_CODE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private TextEscapes() {}

    static String decode(String text) {
        if (!text.contains("_x")) {
            return text;
        }
        return CODE.matcher(text)
                .replaceAll(
                        code -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(code.group(1), 16))));
    }

    static String encode(String text) {
        String safe = text.contains("_x") ? LOOKS_LIKE_CODE.matcher(text).replaceAll("_x005F_") : text;
        StringBuilder encoded = null;
        for (int i = 0; i < safe.length(); i++) {
            char c = safe.charAt(i);
            // A carriage return is legal in XML, but every parser turns it into a line feed.
            boolean coded = c == '\r' || !XmlCharacters.isLegal(safe, i);
            if (coded && encoded == null) {
                encoded = new StringBuilder(safe.substring(0, i));
            }
            if (coded) {
                encoded.append(String.format(Locale.ROOT, "_x%04X_", (int) c));
            } else if (encoded != null) {
                encoded.append(c);
            }
        }
        return encoded == null ? safe : encoded.toString();
    }
}
