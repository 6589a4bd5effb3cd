package coop.greffon.testing.conformance;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The messages of a bundle in both languages, and where its code asks for them. */
final class Sentences {
    private static final String FRENCH = "_fr.properties";
    private static final String ENGLISH = "_en.properties";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)");

    /** A plain space where French typography has one that does not break, or a straight apostrophe. */
    private static final Pattern FAULT = Pattern.compile("(?<=\\S) [:;?!»]|« |(?<=\\p{L})'(?=\\p{L})");

    /** A message key where a sentence is asked for: {@code t("...")}, {@code Text.of("...")}. */
    private static final Pattern ASKED =
            Pattern.compile("(?:\\bt|\\bText\\.of)\\(\\s*\"([a-z][a-z0-9]*(?:\\.[A-Za-z0-9_-]+)*\\.?)\"");

    private static final Pattern KEY = Pattern.compile("(?m)^([a-z][\\w.-]*)\\s*=");

    private final BundleProject project;
    private final Map<String, String> french = new TreeMap<>();
    private final Map<String, String> english = new TreeMap<>();

    Sentences(BundleProject project) {
        this.project = project;
        project.messageFiles().forEach((name, text) -> {
            if (name.endsWith(FRENCH)) {
                french.putAll(parsed(text));
            } else if (name.endsWith(ENGLISH)) {
                english.putAll(parsed(text));
            }
        });
    }

    /** The sentences of a key, in each language. */
    Stream<String> said(String key) {
        return Stream.of(french.get(key), english.get(key)).filter(sentence -> sentence != null);
    }

    /** Whether this bundle or one it stands on has a sentence. */
    boolean isKnown(String key) {
        return known().contains(key);
    }

    Set<String> keys() {
        return french.keySet();
    }

    /** The keys that a file gives two sentences, of which nobody ever sees the first. */
    Set<String> saidTwice() {
        Set<String> twice = new TreeSet<>();
        for (String text : project.messageFiles().values()) {
            Set<String> said = new TreeSet<>();
            KEY.matcher(text).results().map(found -> found.group(1)).forEach(key -> {
                if (!said.add(key)) {
                    twice.add(key);
                }
            });
        }
        return twice;
    }

    /** The keys that only one language has, or whose sentences are empty, cannot be filled, or take other arguments. */
    List<String> differences() {
        Set<String> all = new TreeSet<>(french.keySet());
        all.addAll(english.keySet());
        return all.stream().filter(key -> !isSame(key)).toList();
    }

    private boolean isSame(String key) {
        String inFrench = french.getOrDefault(key, "");
        String inEnglish = english.getOrDefault(key, "");
        return !inFrench.isBlank()
                && !inEnglish.isBlank()
                && isPattern(inFrench)
                && isPattern(inEnglish)
                && placeholders(inFrench).equals(placeholders(inEnglish));
    }

    private static boolean isPattern(String sentence) {
        try {
            new MessageFormat(sentence.replace("'", "''"));
            return true;
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    private static Set<String> placeholders(String sentence) {
        return PLACEHOLDER
                .matcher(sentence)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    List<String> typographyFaults() {
        return french.entrySet().stream()
                .filter(entry -> FAULT.matcher(entry.getValue().replaceAll("\\{[^}]*}|https?:\\S+", "x"))
                        .find())
                .map(entry -> entry.getKey() + " = " + entry.getValue())
                .toList();
    }

    /** The keys that code and templates ask for and that neither this bundle nor one it stands on has. */
    Set<String> missing() {
        Set<String> known = known();
        Set<String> missing = new TreeSet<>();
        Stream.concat(project.javaSources().values().stream(), project.templates().values().stream())
                .forEach(source -> asked(source).stream()
                        .filter(key -> !isKnown(key, known))
                        .forEach(missing::add));
        return missing;
    }

    private Set<String> known() {
        Set<String> known = new TreeSet<>(keys());
        for (URL file : BundleProject.resources("GREFFON-INF/i18n/messages_fr.properties")) {
            known.addAll(parsed(file).keySet());
        }
        return known;
    }

    private static List<String> asked(String source) {
        // In documentation a key may be an example.
        Matcher key = ASKED.matcher(source.replaceAll("(?s)/\\*\\*.*?\\*/", ""));
        List<String> asked = new ArrayList<>();
        while (key.find()) {
            asked.add(key.group(1));
        }
        return asked;
    }

    /** A key that ends in a dot or a dash is completed at run time: some message has to begin so. */
    private static boolean isKnown(String key, Set<String> known) {
        return key.endsWith(".") || key.endsWith("-")
                ? known.stream().anyMatch(message -> message.startsWith(key))
                : known.contains(key);
    }

    private static Map<String, String> parsed(String text) {
        var properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return sentences(properties);
    }

    private static Map<String, String> parsed(URL file) {
        var properties = new Properties();
        try (var reader = new InputStreamReader(file.openStream(), StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return sentences(properties);
    }

    private static Map<String, String> sentences(Properties properties) {
        Map<String, String> sentences = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> sentences.put(key, properties.getProperty(key)));
        return sentences;
    }
}
