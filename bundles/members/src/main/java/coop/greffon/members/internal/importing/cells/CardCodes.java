package coop.greffon.members.internal.importing.cells;

import coop.greffon.members.internal.importing.model.Field;
import coop.greffon.members.internal.importing.model.Problem;
import coop.greffon.members.internal.importing.model.Reason;
import java.util.List;
import java.util.regex.Pattern;

/** Reads codes on cards. A wrong check digit is no ground for refusal: the card is in somebody's pocket. */
final class CardCodes {
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final int EAN_13 = 13;

    private CardCodes() {}

    record Reading(String code, List<Problem> problems) {}

    static Reading read(String typed) {
        var code = SPACES.matcher(typed).replaceAll("");
        if (!DIGITS.matcher(code).matches()) {
            return new Reading(code, List.of());
        }
        if (code.length() == EAN_13 - 1 && code.startsWith("42")) {
            code = "0" + code; // Scanners read 042… as a twelve-digit code and drop the zero
        } else if (code.length() == EAN_13 + 1 && code.startsWith("0")) {
            code = code.substring(1);
        }
        if (code.length() != EAN_13) {
            return new Reading(code, List.of(Problem.of(Field.CARD, Reason.CARD_LENGTH, code, "" + code.length())));
        }
        int expected = checkDigit(code);
        return code.charAt(EAN_13 - 1) - '0' == expected
                ? new Reading(code, List.of())
                : new Reading(code, List.of(Problem.of(Field.CARD, Reason.CARD_CHECK_DIGIT, code, "" + expected)));
    }

    private static int checkDigit(String code) {
        int sum = 0;
        for (int place = 0; place < EAN_13 - 1; place++) {
            sum += (code.charAt(place) - '0') * (place % 2 == 0 ? 1 : 3);
        }
        return (10 - sum % 10) % 10;
    }
}
