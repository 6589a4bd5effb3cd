package coop.greffon.members.internal.rules;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The digits that all spellings of a telephone number share: those without the international and trunk prefixes.
 *
 * <p>{@code +33 (0)6 39 98 12 34}, {@code 0033 6...} and {@code 06.39.98.12.34} all give {@code 639981234}. The country need not be known:
 * a number is found by what was typed on either side of a border.
 */
public final class PhoneDigits {
    private static final Pattern NOT_A_DIGIT = Pattern.compile("\\D+");
    private static final List<String> CALLING_CODES = List.of("33", "32", "41", "31", "49", "352", "44", "39", "34");
    private static final int LONGEST_NATIONAL = 10;

    private PhoneDigits() {}

    /** The digits of a number or of the beginning of one; empty where there are none. */
    public static String of(String typed) {
        String text = typed.strip();
        boolean international = text.startsWith("+") || text.startsWith("(+");
        String digits = NOT_A_DIGIT.matcher(text).replaceAll("");
        if (!international && digits.startsWith("00")) {
            digits = digits.substring(2);
            international = true;
        }
        if (international || digits.length() > LONGEST_NATIONAL) {
            digits = withoutCallingCode(digits);
        }
        return digits.startsWith("0") ? digits.substring(1) : digits;
    }

    private static String withoutCallingCode(String digits) {
        return CALLING_CODES.stream()
                .filter(digits::startsWith)
                .findFirst()
                .map(code -> digits.substring(code.length()))
                .orElse(digits);
    }
}
