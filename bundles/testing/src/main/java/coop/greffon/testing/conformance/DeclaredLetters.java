package coop.greffon.testing.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The letters of a bundle in {@code module.json}, and the sentences they need. */
final class DeclaredLetters {
    private static final Pattern PLACE = Pattern.compile("\\{([^}]*)}");

    private final String bundle;
    private final JsonNode letters;
    private final Sentences sentences;

    DeclaredLetters(BundleProject project, Sentences sentences) {
        this.bundle = project.id();
        this.letters = project.moduleFile().path("letters");
        this.sentences = sentences;
    }

    /** Letters whose subject line is among the messages and that are not declared: the co-op could not change their words. */
    Set<String> undeclared() {
        Set<String> written = new TreeSet<>();
        sentences.keys().stream()
                .filter(key -> key.matches("\\Q" + bundle + "\\E\\.letter\\..+\\.title"))
                .map(key -> key.substring(0, key.length() - ".title".length()))
                .forEach(written::add);
        letters.forEach(letter -> written.remove(letter.path("id").asText()));
        return written;
    }

    /** What declarations and messages lack. */
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        for (JsonNode letter : letters) {
            String id = letter.path("id").asText();
            if (!id.startsWith(bundle + ".letter.")) {
                faults.add(id + " does not begin with " + bundle + ".letter.");
            }
            if (sentences.said(id).findAny().isEmpty()) {
                faults.add(id + " has no name");
            }
            filled(id + ".title", letter.path("title")).forEach(faults::add);
            for (JsonNode part : letter.path("parts")) {
                boolean isLink = part.has("link");
                filled(part.path(isLink ? "link" : "text").asText(), part.path("fields"))
                        .forEach(faults::add);
            }
        }
        return faults;
    }

    private Stream<String> filled(String key, JsonNode fields) {
        List<String> sentence = sentences.said(key).toList();
        return sentence.isEmpty()
                ? Stream.of(key + " is no message")
                : Stream.concat(
                        sentence.stream().flatMap(words -> places(key, words, fields.size())), named(key, fields));
    }

    /** Places are whole numbers below the number of names: a place that depends on a number could not be shown as a name. */
    private static Stream<String> places(String key, String words, int names) {
        return PLACE.matcher(words)
                .results()
                .map(place -> place.group(1))
                .filter(place -> !place.matches("\\d+") || Integer.parseInt(place) >= names)
                .map(place -> key + " has the place {" + place + "} that no field names");
    }

    private Stream<String> named(String key, JsonNode fields) {
        List<String> lacking = new ArrayList<>();
        for (JsonNode field : fields) {
            String name = field.asText();
            Optional<String> missing = Stream.of("field", "sample")
                    .filter(what -> !name.equals("coop") || what.equals("field"))
                    .filter(what -> Stream.of(bundle, "core")
                            .noneMatch(of -> sentences.isKnown(of + ".letter." + what + "." + name)))
                    .findFirst();
            missing.ifPresent(what -> lacking.add(key + " has the field " + name + " without its letter." + what));
        }
        return lacking.stream();
    }
}
