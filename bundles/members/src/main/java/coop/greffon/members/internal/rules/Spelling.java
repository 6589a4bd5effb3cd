package coop.greffon.members.internal.rules;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Names that differ by one slip of the hand: a letter too many, one too few, another one, or two that changed places.
 *
 * <p>One slip leaves one half of a name as it was, unless it swaps the two letters between which the name is halved. That makes
 * candidates findable by an index of two rows for each name; {@link #areOneSlipApart} then decides.
 */
public final class Spelling {
    /** Shorter names have too many neighbours. */
    public static final int SHORTEST_NAME = 5;

    private static final int LONGEST_NAME = 60;

    private Spelling() {}

    /** Whether slips in a name are forgiven. */
    public static boolean isForgiven(String name) {
        return name.length() >= SHORTEST_NAME
                && name.length() <= LONGEST_NAME
                && name.chars().allMatch(Character::isLetter);
    }

    /** Whether what was typed may be a name with a slip: of the shortest name one letter may lack, and one key beside it be a digit. */
    public static boolean mayBeSlip(String typed) {
        return typed.length() >= SHORTEST_NAME - 1
                && typed.length() <= LONGEST_NAME + 1
                && typed.chars().allMatch(Character::isLetterOrDigit)
                && typed.chars().filter(Character::isDigit).count() <= 1;
    }

    /** Both halves of a name, each with the length of the whole. */
    public static List<String> halves(String name) {
        int middle = name.length() / 2;
        return List.of(front(name.length(), name.substring(0, middle)), back(name.length(), name.substring(middle)));
    }

    /** A half of each name that is one slip apart from what was typed, and not shorter than {@link #SHORTEST_NAME}. */
    public static Set<String> halvesNear(String typed) {
        Set<String> halves = new TreeSet<>();
        int letters = typed.length();
        for (int length = Math.max(SHORTEST_NAME, letters - 1); length <= letters + 1; length++) {
            int middle = length / 2;
            halves.add(front(length, typed.substring(0, middle)));
            halves.add(back(length, typed.substring(letters - (length - middle))));
        }
        if (letters >= SHORTEST_NAME) {
            int middle = letters / 2;
            halves.add(front(letters, typed.substring(0, middle - 1) + typed.charAt(middle)));
        }
        return halves;
    }

    /**
     * Patterns of SQL, one of which each name fits that is one slip apart from what was typed: it begins with the same letter, or the slip
     * is at its beginning. A half alone is that of more names the more people there are.
     */
    public static Set<String> patternsNear(String typed) {
        String rest = typed.substring(1);
        return new TreeSet<>(List.of(
                typed.charAt(0) + "%",
                "_" + rest,
                "_" + typed,
                rest,
                typed.charAt(1) + typed.substring(0, 1) + typed.substring(2)));
    }

    private static String front(int length, String letters) {
        return length + "<" + letters;
    }

    private static String back(int length, String letters) {
        return length + ">" + letters;
    }

    /** Whether one slip makes one of the other. A word is not one slip apart from itself. */
    public static boolean areOneSlipApart(String left, String right) {
        if (left.length() > right.length()) {
            return areOneSlipApart(right, left);
        }
        int start = 0;
        while (start < left.length() && left.charAt(start) == right.charAt(start)) {
            start++;
        }
        if (right.length() == left.length() + 1) {
            return left.substring(start).equals(right.substring(start + 1));
        }
        if (right.length() != left.length() || start == left.length()) {
            return false;
        }
        String leftRest = left.substring(start + 1);
        String rightRest = right.substring(start + 1);
        return leftRest.equals(rightRest) || areSwapped(left, right, start);
    }

    private static boolean areSwapped(String left, String right, int place) {
        return place + 1 < left.length()
                && left.charAt(place) == right.charAt(place + 1)
                && left.charAt(place + 1) == right.charAt(place)
                && left.substring(place + 2).equals(right.substring(place + 2));
    }
}
