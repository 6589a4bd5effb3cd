package coop.greffon.testing.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files of one bundle, and what the bundles on the class path declare. */
final class BundleProject {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MODULE_FILE = "GREFFON-INF/module.json";
    private static final String SPRITE = "GREFFON-INF/static/icons.svg";
    private static final Pattern NAME = Pattern.compile("<name>([^<]+)</name>");
    private static final Pattern VERSION = Pattern.compile("<version>(\\d+\\.\\d+\\.\\d+)[^<]*</version>");
    private static final Pattern ENTITY = Pattern.compile("<class>([^<]+)</class>");
    private static final Pattern HELP = Pattern.compile("withHelp\\(\"([a-z0-9]+)/([a-z0-9-]+)\"\\)");
    private static final Pattern ICON = Pattern.compile("<symbol[^>]* id=\"([^\"]+)\"");

    private final Path directory;

    BundleProject(Path directory) {
        this.directory = directory;
    }

    /** The short name, which is the name of the POM. */
    String id() {
        return first(NAME, text("pom.xml"));
    }

    /** Three numbers: the bundle's own version, or its parent's. */
    String version() {
        return first(VERSION, text("pom.xml").replaceFirst("(?s)<dependencies>.*", ""));
    }

    private static String first(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        if (!found.find()) {
            throw new AssertionError(pattern + " is not in the POM");
        }
        return found.group(1);
    }

    Path classes() {
        return directory.resolve("target/classes");
    }

    /** Where a file of the project is, there or not. */
    Path file(String name) {
        return directory.resolve(name);
    }

    /** The text of a file of the project. */
    String text(String name) {
        return read(directory.resolve(name));
    }

    JsonNode moduleFile() {
        try {
            return JSON.readTree(text("src/main/resources/" + MODULE_FILE));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    Set<String> ownPermissions() {
        return permissions(moduleFile());
    }

    /** What this bundle and those it stands on declare. */
    Set<String> declaredPermissions() {
        Set<String> declared = new TreeSet<>();
        for (URL file : resources(MODULE_FILE)) {
            try (InputStream in = file.openStream()) {
                declared.addAll(permissions(JSON.readTree(in)));
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
        return declared;
    }

    private static Set<String> permissions(JsonNode module) {
        Set<String> ids = new TreeSet<>();
        module.path("permissions")
                .forEach(permission -> ids.add(permission.path("id").asText()));
        return ids;
    }

    /** The names in the icon sprite, wherever on the class path it is. */
    Set<String> icons() {
        Set<String> icons = new TreeSet<>();
        for (URL file : resources(SPRITE)) {
            try (InputStream in = file.openStream()) {
                Matcher icon = ICON.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
                while (icon.find()) {
                    icons.add(icon.group(1));
                }
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
        return icons;
    }

    static List<URL> resources(String name) {
        try {
            return Collections.list(BundleProject.class.getClassLoader().getResources(name));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The Java sources by path. */
    Map<String, String> javaSources() {
        return files("src/main/java", ".java");
    }

    /** The templates by name. */
    Map<String, String> templates() {
        Map<String, String> templates = new TreeMap<>();
        files("src/main/jte", ".jte")
                .forEach((path, text) -> templates.put(
                        path.substring(0, path.length() - ".jte".length()).replace('/', '.'), text));
        return templates;
    }

    /** The migrations of every dialect, by file name. */
    Map<String, String> migrations() {
        Map<String, String> migrations = new TreeMap<>();
        files("src/main/resources/GREFFON-INF/migration", ".sql")
                .forEach((path, text) -> migrations.put(path.substring(path.lastIndexOf('/') + 1), text));
        return migrations;
    }

    Map<String, String> messageFiles() {
        return files("src/main/resources/GREFFON-INF/i18n", ".properties");
    }

    Optional<String> persistenceFile() {
        Path file = directory.resolve("src/main/resources/META-INF/persistence.xml");
        return Files.exists(file) ? Optional.of(read(file)) : Optional.empty();
    }

    List<String> listedEntities() {
        List<String> listed = new ArrayList<>();
        Matcher entity = ENTITY.matcher(persistenceFile().orElse(""));
        while (entity.find()) {
            listed.add(entity.group(1));
        }
        return listed;
    }

    /** The help texts that the bundle's pages open and that are not there in both languages. */
    List<String> missingHelp() {
        List<String> missing = new ArrayList<>();
        for (String source : javaSources().values()) {
            Matcher help = HELP.matcher(source);
            while (help.find()) {
                Stream.of("fr", "en")
                        .map(language ->
                                "src/main/resources/GREFFON-INF/help/" + help.group(2) + "_" + language + ".md")
                        .filter(file -> !help.group(1).equals(id()) || !Files.exists(directory.resolve(file)))
                        .forEach(missing::add);
            }
        }
        return missing;
    }

    private Map<String, String> files(String folder, String ending) {
        Path root = directory.resolve(folder);
        Map<String, String> files = new TreeMap<>();
        if (!Files.exists(root)) {
            return files;
        }
        try (Stream<Path> all = Files.walk(root)) {
            all.filter(file -> file.toString().endsWith(ending))
                    .forEach(file -> files.put(root.relativize(file).toString().replace('\\', '/'), read(file)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return files;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
