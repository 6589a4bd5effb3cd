package coop.greffon.core.internal.identity;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Lower case without accents, as somebody who guesses writes a word; what is no letter stays. */
final class PlainLetters {
    /** Letters that no decomposition takes apart. */
    private static final Map<Integer, String> WHOLE = Map.of(
            (int) 'œ', "oe", (int) 'æ', "ae", (int) 'ł', "l", (int) 'ø', "o", (int) 'ß', "ss", (int) 'đ', "d",
            (int) 'ð', "d", (int) 'þ', "th", (int) 'ı', "i");

    private PlainLetters() {}

    static String of(String text) {
        return Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .codePoints()
                .mapToObj(letter -> WHOLE.getOrDefault(letter, Character.toString(letter)))
                .collect(Collectors.joining());
    }
}
