package coop.greffon.core.module;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a version changes, in its bundle's CHANGELOG.md.
 *
 * @param version the version, such as {@code 1.2.0}
 * @param lines the changes by language tag, such as {@code fr}
 */
public record VersionNotes(String version, Map<String, List<String>> lines) {
    private static final String FIRST_LANGUAGE = Locale.FRENCH.getLanguage();

    public VersionNotes {
        lines = Map.copyOf(lines);
    }

    /** The changes in a language, in French where the bundle does not speak it; empty where nothing is written. */
    public List<String> in(Locale language) {
        return lines.getOrDefault(language.getLanguage(), lines.getOrDefault(FIRST_LANGUAGE, List.of()));
    }
}
