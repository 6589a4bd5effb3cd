package coop.greffon.members.internal.importing.cells;

import coop.greffon.members.internal.importing.model.Field;
import coop.greffon.members.internal.importing.model.Phone;
import coop.greffon.members.internal.importing.model.Problem;
import coop.greffon.members.internal.importing.model.Reason;
import coop.greffon.members.internal.rules.PhoneDigits;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Reads the telephone numbers of a cell: several perhaps, with remarks; they stay as typed, since people dial them so. */
public final class PhoneNumbers {
    private static final Pattern SEPARATOR = Pattern.compile("\\n|;|,|\\s/\\s|\\sou\\s|\\sor\\s|\\set\\s|\\sof\\s");
    private static final Pattern NUMBER = Pattern.compile("\\+?\\(?\\+?\\d(?:[\\d\\s().\\-/\\u2010-\\u2013]*\\d)?");
    private static final Pattern SCIENTIFIC = Pattern.compile("(\\d)[.,](\\d{3,14})[Ee]\\+?(\\d{1,2})");
    private static final Pattern NOT_A_DIGIT = Pattern.compile("\\D+");
    private static final int FEWEST_DIGITS = 8;
    private static final int MOST_DIGITS = 15;
    private static final int LONGEST_TYPED = 100;
    private static final int LONGEST_NATIONAL = 10;

    private PhoneNumbers() {}

    /**
     * What was read.
     *
     * @param kept texts that are no number and that the notes should keep
     */
    record Reading(List<Phone> phones, List<String> kept, List<Problem> problems) {}

    /** The digits that all spellings of a number share, whatever remark stands beside it. */
    public static String digits(String typed) {
        var number = numberIn(typed);
        return PhoneDigits.of(number.isEmpty() ? typed : number);
    }

    static Reading read(String cell, Field field) {
        var parts = new ArrayList<String>();
        var kept = new ArrayList<String>();
        var problems = new ArrayList<Problem>();
        for (var part : SEPARATOR.split(cell, -1)) {
            var scientific = SCIENTIFIC.matcher(part.strip());
            if (scientific.matches()) {
                var restored = restore(scientific.group(), scientific.group(2), scientific.group(3));
                problems.add(Problem.of(field, Reason.PHONE_DAMAGED, part.strip(), restored));
                parts.add(restored);
            } else if (!part.isBlank()) {
                gather(part.strip(), parts, kept);
            }
        }
        var phones = parts.stream()
                .map(part -> new Phone(part, digits(part), field == Field.MOBILE))
                .toList();
        for (var text : kept) {
            problems.add(Problem.of(field, Reason.PHONE_NONE, text));
        }
        return new Reading(phones, kept, problems);
    }

    /** A part without number is a remark on the number before it, such as "not before 6". */
    private static void gather(String part, List<String> parts, List<String> kept) {
        if (part.length() <= LONGEST_TYPED && !numberIn(part).isEmpty()) {
            parts.add(part);
        } else if (pieces(part).stream().anyMatch(piece -> !numberIn(piece).isEmpty())) {
            pieces(part).forEach(piece -> gather(piece, parts, kept));
        } else if (parts.isEmpty() || parts.get(parts.size() - 1).length() + part.length() > LONGEST_TYPED - 3) {
            kept.add(part);
        } else {
            parts.set(parts.size() - 1, parts.get(parts.size() - 1) + " / " + part);
        }
    }

    /** Belgians write 0470/00.00.19, so a slash without spaces only counts where the whole is no number. */
    private static List<String> pieces(String part) {
        return Arrays.stream(part.split("/", -1))
                .map(String::strip)
                .filter(piece -> !piece.isEmpty())
                .toList();
    }

    /** Spreadsheets show a long number as 6.39E8; with all its digits it can be brought back, but for the first zero. */
    private static String restore(String shown, String fraction, String exponent) {
        var number = new BigDecimal(shown.replace(',', '.')).toBigInteger().toString();
        boolean complete = fraction.length() <= Integer.parseInt(exponent);
        return complete && number.length() < LONGEST_NATIONAL ? "0" + number : number;
    }

    private static String numberIn(String part) {
        var longest = "";
        var numbers = NUMBER.matcher(part);
        while (numbers.find()) {
            int count = NOT_A_DIGIT.matcher(numbers.group()).replaceAll("").length();
            if (count >= FEWEST_DIGITS
                    && count <= MOST_DIGITS
                    && numbers.group().length() > longest.length()) {
                longest = numbers.group();
            }
        }
        return longest;
    }
}
