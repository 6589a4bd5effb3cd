package coop.greffon.members.internal.importing.cells;

import coop.greffon.members.internal.rules.Folding;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/** Words found in cells and the meaning they share. */
final class Words {
    private static final String KNOWN = "/GREFFON-INF/import/words.properties";
    private static final Map<String, Set<String>> BY_MEANING = load();

    private Words() {}

    private static Map<String, Set<String>> load() {
        var known = new Properties();
        try (var reader = new InputStreamReader(Words.class.getResourceAsStream(KNOWN), StandardCharsets.UTF_8)) {
            known.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The bundle cannot read its own " + KNOWN, unreadable);
        }
        var byMeaning = new HashMap<String, Set<String>>();
        known.forEach((meaning, words) -> {
            var folded = new HashSet<String>();
            for (var word : ((String) words).split("\\|", -1)) {
                folded.add(key(word));
            }
            byMeaning.put((String) meaning, Set.copyOf(folded));
        });
        return Map.copyOf(byMeaning);
    }

    /** Whether the text is one of the words of the meaning. */
    static boolean means(String meaning, String text) {
        return BY_MEANING.get(meaning).contains(key(text));
    }

    /** The first of the meanings, given without their prefix, that has the text among its words. */
    static Optional<String> meaningOf(String prefix, String text, String... meanings) {
        for (var meaning : meanings) {
            if (means(prefix + meaning, text)) {
                return Optional.of(meaning);
            }
        }
        return Optional.empty();
    }

    /** A word made of signs only, such as &, stands for itself. */
    private static String key(String text) {
        var folded = Folding.fold(text);
        return folded.isEmpty() ? text.strip() : folded;
    }
}
