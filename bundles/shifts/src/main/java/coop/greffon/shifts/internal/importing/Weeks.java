package coop.greffon.shifts.internal.importing;

import coop.greffon.core.tabular.Cell;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads weeks of a cycle: a number from 1 on, or a letter from A on, with the word for a week before it or not. */
final class Weeks {
    private static final Pattern WEEK = Pattern.compile("(?:(?:week|semaine|sem) )?(?:(\\d{1,2})(?: 0)?|([a-z]))");

    private Weeks() {}

    static Optional<Integer> read(Cell cell) {
        Matcher found = WEEK.matcher(Words.plain(cell.text()));
        if (!found.matches() || cell.text().strip().startsWith("-")) {
            return Optional.empty();
        }
        int week = found.group(1) == null ? letter(found.group(2)) : Integer.parseInt(found.group(1));
        return week == 0 ? Optional.empty() : Optional.of(week);
    }

    /** Its place in the alphabet, from 1. */
    static int letter(String letter) {
        return Character.toLowerCase(letter.charAt(0)) - 'a' + 1;
    }
}
