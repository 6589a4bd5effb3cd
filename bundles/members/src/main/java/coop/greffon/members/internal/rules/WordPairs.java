package coop.greffon.members.internal.rules;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * Pairs of somebody's words, by which two beginnings typed together are found at once: {@code &ma dupont} stands for Dupont, of somebody
 * who has another word that begins with ma. Without them, each Dupont, or each word in ma, would have to be looked at.
 */
public final class WordPairs {
    /** How many letters of the first word a pair keeps. */
    private static final int KEPT = 2;

    /** What a pair begins with, so that none stands among the words. */
    private static final String MARK = "&";

    private static final String BETWEEN = " ";

    private WordPairs() {}

    /** All pairs of somebody's words. */
    public static Set<String> of(Collection<String> words) {
        Set<String> pairs = new TreeSet<>();
        for (String first : words) {
            for (String second : words) {
                if (!first.equals(second) && isPaired(first) && isPaired(second)) {
                    pairs.add(of(first, second));
                }
            }
        }
        return pairs;
    }

    /** The pair of two words, or what it begins with where the second is the beginning of one; both {@link #isPaired}. */
    public static String of(String first, String second) {
        return MARK + first.substring(0, KEPT) + BETWEEN + second;
    }

    /** Whether a word has pairs: it begins with two plain letters and is no mail address; so has each word that begins with it. */
    public static boolean isPaired(String word) {
        return word.length() >= KEPT && isLetter(word.charAt(0)) && isLetter(word.charAt(1)) && word.indexOf('@') < 0;
    }

    /** Whether a pair keeps so much of its first word that it tells whether the word begins with this. */
    public static boolean tells(String beginning) {
        return beginning.length() <= KEPT;
    }

    private static boolean isLetter(char character) {
        return character >= 'a' && character <= 'z';
    }

    /** The second word of a pair; any other word as it is. */
    public static String second(String pair) {
        return pair.startsWith(MARK) ? pair.substring(MARK.length() + KEPT + BETWEEN.length()) : pair;
    }
}
