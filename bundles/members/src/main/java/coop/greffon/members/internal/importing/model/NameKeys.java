package coop.greffon.members.internal.importing.model;

import coop.greffon.members.internal.rules.Folding;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What spellings of one name have in common, whatever the order of its words. */
public final class NameKeys {
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private NameKeys() {}

    /** The words of a name, folded and sorted; empty for a name without letters. */
    public static String of(String name) {
        return sorted(Folding.words(name));
    }

    /** The same, but a name with an accent differs from one without. */
    public static String accented(String name) {
        var composed = Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFKC);
        return sorted(Arrays.asList(
                BETWEEN_WORDS.matcher(composed).replaceAll(" ").strip().split(" ", -1)));
    }

    private static String sorted(List<String> words) {
        return words.stream().sorted().collect(Collectors.joining(" "));
    }
}
