package coop.greffon.members.internal.importing.cells;

import coop.greffon.members.internal.rules.Folding;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The tags there are: those of the store, and those of a file of tags read before or beside the file of members. */
public final class KnownTags {
    private final Map<String, String> pathByIdentifier;
    private final Map<String, String> spellingByKey = new HashMap<>();
    private final int mostCommas;

    /**
     * Gathers the tags.
     *
     * @param paths every tag by its path, such as {@code Équipe / Caisse}
     * @param pathByIdentifier paths again, by the external identifiers that the program of origin gave them
     */
    public KnownTags(Collection<String> paths, Map<String, String> pathByIdentifier) {
        this.pathByIdentifier = Map.copyOf(pathByIdentifier);
        pathByIdentifier.values().forEach(path -> spellingByKey.put(key(path), path));
        paths.forEach(path -> spellingByKey.put(key(path), path));
        mostCommas = spellingByKey.values().stream()
                .mapToInt(path ->
                        (int) path.chars().filter(character -> character == ',').count())
                .max()
                .orElse(0);
    }

    /** The most commas that one of the names holds. */
    int mostCommas() {
        return mostCommas;
    }

    Optional<String> pathOf(String identifier) {
        return Optional.ofNullable(pathByIdentifier.get(identifier));
    }

    boolean knows(String path) {
        return spellingByKey.containsKey(key(path));
    }

    /** The path as it is known, however it is cased and accented. */
    String spelling(String path) {
        return spellingByKey.getOrDefault(key(path), path);
    }

    /** A slash between levels counts: {@code A / B} is not {@code A B}. */
    private static String key(String path) {
        var key = new StringBuilder();
        for (var level : path.split("/", -1)) {
            var folded = Folding.fold(level);
            key.append('/').append(folded.isEmpty() ? level.strip() : folded);
        }
        return key.toString();
    }
}
