package coop.greffon.shifts.internal.importing;

import java.time.DayOfWeek;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads days of the week: in French, in English, shortened, or as numbers where the whole column shows how they are counted. With a 0 in it,
 * 0 is Monday; with a 7 in it, 1 is Monday; with neither or with both nobody knows.
 */
final class Weekdays {
    private static final Pattern NUMBER = Pattern.compile("[0-7](?: 0)?");
    private static final Map<String, DayOfWeek> WORDS = words();

    private final Numbering numbering;

    private Weekdays(Numbering numbering) {
        this.numbering = numbering;
    }

    private enum Numbering {
        FROM_ZERO,
        FROM_ONE,
        UNKNOWN
    }

    private static Map<String, DayOfWeek> words() {
        List<String> spellings = List.of(
                "monday mon mo lundi lun lu",
                "tuesday tue tues tu mardi mar ma",
                "wednesday wed we mercredi mer me",
                "thursday thu thur thurs th jeudi jeu je",
                "friday fri fr vendredi ven ve",
                "saturday sat sa samedi sam",
                "sunday sun su dimanche dim di");
        Map<String, DayOfWeek> words = new HashMap<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            for (String word : spellings.get(day.getValue() - 1).split(" ", -1)) {
                words.put(word, day);
            }
        }
        return Map.copyOf(words);
    }

    /** For a column that says these. */
    static Weekdays of(Collection<String> column) {
        Set<Character> digits = column.stream()
                .map(Words::plain)
                .filter(text -> NUMBER.matcher(text).matches())
                .map(text -> text.charAt(0))
                .collect(Collectors.toSet());
        boolean hasZero = digits.contains('0');
        if (hasZero == digits.contains('7')) {
            return new Weekdays(Numbering.UNKNOWN);
        }
        return new Weekdays(hasZero ? Numbering.FROM_ZERO : Numbering.FROM_ONE);
    }

    /** Empty where it is no day, or a number and nobody knows how they are counted. */
    Optional<DayOfWeek> read(String text) {
        String plain = Words.plain(text);
        if (!NUMBER.matcher(plain).matches()) {
            return Optional.ofNullable(WORDS.get(plain));
        }
        int number = plain.charAt(0) - '0';
        return switch (numbering) {
            case FROM_ZERO -> Optional.of(DayOfWeek.of(number + 1));
            case FROM_ONE -> Optional.of(DayOfWeek.of(number));
            case UNKNOWN -> Optional.empty();
        };
    }

    /** Whether a cell is a number that may mean two days. */
    boolean isAmbiguous(String text) {
        return numbering == Numbering.UNKNOWN
                && NUMBER.matcher(Words.plain(text)).matches();
    }

    /** Every word for a day, for the names of slots. */
    static Map<String, DayOfWeek> spelt() {
        return WORDS;
    }
}
