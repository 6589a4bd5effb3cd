package coop.greffon.members.internal.importing.model;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Brings spellings of the same words together. */
public final class Folding {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final String[][] LETTERS_WITHOUT_MARKS = {
        {"œ", "oe"}, {"æ", "ae"}, {"ł", "l"}, {"ø", "o"}, {"ß", "ss"}, {"đ", "d"}, {"ð", "d"}, {"þ", "th"}, {"ı", "i"}
    };

    private Folding() {}

    /** The words of the text in lower case without accents, one space between; {@code L'Hostis} gives two words. */
    public static String fold(String text) {
        var decomposed = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD);
        var folded = MARKS.matcher(decomposed).replaceAll("");
        for (var letter : LETTERS_WITHOUT_MARKS) {
            folded = folded.replace(letter[0], letter[1]);
        }
        return BETWEEN_WORDS.matcher(folded).replaceAll(" ").strip();
    }

    /** What two spellings of a name have in common, whatever the order of its words; empty for a name of no letter. */
    public static String nameKey(String name) {
        return inOrder(fold(name));
    }

    /** Like {@link #nameKey}, but a name with an accent differs from the one without. */
    public static String accentedNameKey(String name) {
        var composed = Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFKC);
        return inOrder(BETWEEN_WORDS.matcher(composed).replaceAll(" ").strip());
    }

    private static String inOrder(String words) {
        return Arrays.stream(words.split(" ")).sorted().collect(Collectors.joining(" "));
    }
}
