package coop.greffon.testing.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What is asked of migrations, read as text. */
final class Migrations {
    private static final Pattern MAKES = Pattern.compile(
            "\\bcreate\\s+(?:unique\\s+)?(?:table|sequence|index|view)\\s+(?:if\\s+not\\s+exists\\s+)?(\\w+)");

    private static final Pattern NOT_REPEATABLE =
            Pattern.compile("\\bcreate\\s+(?:unique\\s+)?(?:table|sequence|index)\\s+(?!if\\s+not\\s+exists\\b)"
                    + "|\\bdrop\\s+(?:table|sequence|index|column|constraint)\\s+(?!if\\s+exists\\b)"
                    + "|\\badd\\s+column\\s+(?!if\\s+not\\s+exists\\b)"
                    + "|\\bcreate\\s+(?:or\\s+replace\\s+)?view\\b");

    private Migrations() {}

    /** The statements that would fail, or be undone by no restore, where a script runs again. */
    static Map<String, String> notRepeatable(Map<String, String> scripts) {
        Map<String, String> faults = new TreeMap<>();
        scripts.forEach((name, text) -> {
            Matcher fault = NOT_REPEATABLE.matcher(plain(text));
            if (fault.find()) {
                faults.put(name, fault.group());
            }
        });
        return faults;
    }

    /** The tables, sequences, indexes and views that do not carry the bundle's name. */
    static Set<String> foreignNames(Map<String, String> scripts, String module) {
        Set<String> foreign = new TreeSet<>();
        scripts.values()
                .forEach(text -> MAKES.matcher(plain(text))
                        .results()
                        .map(made -> made.group(1))
                        .filter(name -> !name.startsWith("greffon_" + module + "_"))
                        .forEach(foreign::add));
        return foreign;
    }

    private static String plain(String sql) {
        return sql.replaceAll("--[^\n]*", "").replaceAll("'[^']*'", "''").toLowerCase(Locale.ROOT);
    }

    /** The numbers that scripts of several bundles on the class path share: tests apply them all in one order. */
    static Set<String> doubledNumbers() {
        Map<String, Set<String>> names = new TreeMap<>();
        for (String dialect : List.of("common", "h2", "postgresql")) {
            for (URL folder : BundleProject.resources("GREFFON-INF/migration/" + dialect)) {
                names(folder)
                        .forEach(name -> names.computeIfAbsent(number(name), ignored -> new TreeSet<>())
                                .add(name));
            }
        }
        Set<String> doubled = new TreeSet<>();
        names.values().stream().filter(same -> same.size() > 1).forEach(doubled::addAll);
        return doubled;
    }

    private static String number(String name) {
        return name.contains("__") ? name.substring(0, name.indexOf("__")) : name;
    }

    private static List<String> names(URL folder) {
        try {
            URI address = folder.toURI();
            if (!address.getScheme().equals("jar")) {
                return names(Path.of(address));
            }
            try (FileSystem jar = FileSystems.newFileSystem(address, Map.of())) {
                return names(jar.getPath(address.toString().replaceFirst(".*!", "")));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<String> names(Path folder) throws IOException {
        List<String> names = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".sql"))
                    .forEach(names::add);
        }
        return names;
    }
}
