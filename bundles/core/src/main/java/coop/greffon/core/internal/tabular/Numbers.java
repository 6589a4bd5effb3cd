package coop.greffon.core.internal.tabular;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as spreadsheets store them: binary fractions written in decimal. */
final class Numbers {
    /** A spreadsheet shows 15 digits; the ones after are the noise of its arithmetic (33.299999999999997 for 33.3). */
    private static final MathContext SHOWN = new MathContext(15);

    private static final int LONGEST = 400;
    private static final int HIGHEST_EXPONENT = 400;

    private Numbers() {}

    /** The number, null where the text is none. */
    static BigDecimal parse(String text) {
        String digits = text.strip();
        if (digits.isEmpty() || digits.length() > LONGEST) {
            return null;
        }
        try {
            BigDecimal exact = new BigDecimal(digits);
            long exponent = (long) exact.precision() - exact.scale();
            // 1E999999999 is a legal number that would take a gigabyte to print.
            return Math.abs(exponent) > HIGHEST_EXPONENT ? null : plain(exact.round(SHOWN));
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
