package coop.greffon.members.internal.rules;

import java.util.Set;
import java.util.TreeSet;

/**
 * Names that differ by one slip of the hand: a letter too many, one too few, another one, or two that changed places.
 *
 * <p>Two such words share a variant, a variant being the word itself or the word without one of its letters. That makes candidates findable
 * by an index; {@link #areOneSlipApart} then decides.
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

    /** The word and each word that lacks one of its letters. */
    public static Set<String> variants(String word) {
        Set<String> variants = new TreeSet<>();
        variants.add(word);
        for (int i = 0; i < word.length(); i++) {
            variants.add(word.substring(0, i) + word.substring(i + 1));
        }
        return variants;
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
