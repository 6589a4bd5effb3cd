package coop.greffon.members.internal.importing.cells;

import coop.greffon.members.CardCodes;
import coop.greffon.members.internal.importing.model.Field;
import coop.greffon.members.internal.importing.model.Problem;
import coop.greffon.members.internal.importing.model.Reason;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A code on a card as it was read. A wrong check digit or length is no ground for refusal: the card is in somebody's
 * pocket, and scanners read it.
 */
record CardReading(String code, List<Problem> problems) {
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    /** A spreadsheet shows a long number so, and saves as CSV what it shows: the last digits are gone. */
    private static final Pattern ROUNDED = Pattern.compile("\\d(?:[.,]\\d+)?[eE]\\+?\\d+");

    private static final int EAN_13 = 13;
    /** Codes of co-ops begin with 042; a scanner that takes one for a twelve-digit code drops the zero. */
    private static final String WITHOUT_ZERO = "42";

    static boolean isRounded(String typed) {
        return ROUNDED.matcher(SPACES.matcher(typed).replaceAll("")).matches();
    }

    static CardReading of(String typed) {
        var written = SPACES.matcher(typed).replaceAll("");
        if (isRounded(typed)) {
            return new CardReading("", List.of(Problem.of(Field.CARD, Reason.CARD_ROUNDED, written)));
        }
        var code = CardCodes.normalise(typed);
        if (!DIGITS.matcher(written).matches()) {
            return new CardReading(code, List.of());
        }
        boolean completed = written.length() == EAN_13 - 1 && !written.startsWith(WITHOUT_ZERO);
        if (completed || code.length() != EAN_13) {
            return new CardReading(
                    code, List.of(Problem.of(Field.CARD, Reason.CARD_LENGTH, written, written.length())));
        }
        return CardCodes.hasWrongCheckDigit(code)
                ? new CardReading(code, List.of(Problem.of(Field.CARD, Reason.CARD_CHECK_DIGIT, code)))
                : new CardReading(code, List.of());
    }
}
