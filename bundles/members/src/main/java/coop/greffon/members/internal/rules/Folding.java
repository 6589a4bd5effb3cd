package coop.greffon.members.internal.rules;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Brings spellings of the same words together: case, accents and what stands between words do not count. */
public final class Folding {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Map<Character, String> LETTERS_WITHOUT_MARKS =
            Map.of('œ', "oe", 'æ', "ae", 'ł', "l", 'ø', "o", 'ß', "ss", 'đ', "d", 'ð', "d", 'þ', "th", 'ı', "i");

    private Folding() {}

    /** The words of a text, folded; {@code L'Hermitte} gives two. */
    public static List<String> words(String text) {
        String folded = BETWEEN_WORDS.matcher(letters(text)).replaceAll(" ").strip();
        return folded.isEmpty() ? List.of() : Arrays.asList(folded.split(" "));
    }

    /** The words of a text, folded, one space between. */
    public static String fold(String text) {
        return String.join(" ", words(text));
    }

    /** Lower case without accents; what stands between words stays. */
    public static String letters(String text) {
        String decomposed = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD);
        String bare = MARKS.matcher(decomposed).replaceAll("");
        var plain = new StringBuilder(bare.length());
        for (int i = 0; i < bare.length(); i++) {
            char letter = bare.charAt(i);
            String replacement = letter < 128 ? null : LETTERS_WITHOUT_MARKS.get(letter);
            if (replacement == null) {
                plain.append(letter);
            } else {
                plain.append(replacement);
            }
        }
        return plain.toString();
    }
}
