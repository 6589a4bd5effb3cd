package coop.greffon.core.internal.module;

import coop.greffon.core.module.VersionNotes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a CHANGELOG.md: a heading of the second level per version, newest first; below it one of the third level per language
 * ({@code Français}, {@code English}) with a list.
 */
final class Changelog {
    static final String PATH = "GREFFON-INF/CHANGELOG.md";

    private static final String VERSION = "## ";
    private static final String LANGUAGE = "### ";
    private static final String ITEM = "- ";
    private static final Map<String, String> LANGUAGES = Map.of("Français", "fr", "English", "en");

    private final List<VersionNotes> versions = new ArrayList<>();
    private String version;
    private List<String> items;
    private Map<String, List<String>> lines = new LinkedHashMap<>();

    private Changelog() {}

    static List<VersionNotes> read(String markdown) {
        var changelog = new Changelog();
        markdown.lines().forEach(changelog::line);
        changelog.endVersion();
        return List.copyOf(changelog.versions);
    }

    private void line(String line) {
        if (line.startsWith(VERSION)) {
            endVersion();
            version = line.substring(VERSION.length()).strip();
        } else if (line.startsWith(LANGUAGE)) {
            String name = line.substring(LANGUAGE.length()).strip();
            items = new ArrayList<>();
            lines.put(LANGUAGES.getOrDefault(name, name), items);
        } else if (line.startsWith(ITEM) && items != null) {
            items.add(plain(line.substring(ITEM.length())));
        } else if (line.startsWith(" ") && !line.isBlank() && items != null && !items.isEmpty()) {
            items.set(items.size() - 1, items.get(items.size() - 1) + " " + plain(line));
        }
    }

    /** Marks of code are for whoever reads the file; a page shows the words. */
    private static String plain(String text) {
        return text.strip().replace("`", "");
    }

    private void endVersion() {
        if (version != null) {
            versions.add(new VersionNotes(version, lines));
        }
        version = null;
        items = null;
        lines = new LinkedHashMap<>();
    }
}
