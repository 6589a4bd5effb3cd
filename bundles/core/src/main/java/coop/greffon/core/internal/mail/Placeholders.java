package coop.greffon.core.internal.mail;

import coop.greffon.core.mail.LetterKind;
import coop.greffon.core.mail.Wording;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The places in the words of a letter that are filled in: a name in braces. */
final class Placeholders {
    private static final Pattern PLACE = Pattern.compile("\\{([^{}\\r\\n]*)}");
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_TEXT = 4000;

    private Placeholders() {}

    static String of(String name) {
        return "{" + name + "}";
    }

    /** Words with their places filled; what fills them is not looked at again. */
    static String filled(String words, Map<String, String> values) {
        return PLACE.matcher(words)
                .replaceAll(place -> Matcher.quoteReplacement(values.getOrDefault(place.group(1), place.group())));
    }

    /** Why words cannot be used; nothing where they can. */
    static List<FieldError> faults(LetterKind letter, Wording wording) {
        List<FieldError> faults = new ArrayList<>();
        length("title", wording.title(), LONGEST_TITLE).ifPresent(faults::add);
        length("text", wording.text(), LONGEST_TEXT).ifPresent(faults::add);
        if (wording.title().lines().count() > 1) {
            faults.add(FieldError.of("title", wording.title(), Text.of("core.letter.one-line")));
        }
        unknown("title", wording.title(), letter.fields(), faults);
        unknown(
                "text",
                wording.text(),
                Stream.concat(letter.fields().stream(), letter.links().stream()).toList(),
                faults);
        letter.links().stream()
                .filter(link -> !wording.text().contains(of(link)))
                .forEach(link -> faults.add(
                        FieldError.of("text", wording.text(), Text.of("core.letter.link-missing", of(link)))));
        return faults;
    }

    private static Optional<FieldError> length(String field, String words, int longest) {
        return words.isBlank() || words.length() > longest
                ? Optional.of(FieldError.of(field, words, Text.of("core.letter.length", longest)))
                : Optional.empty();
    }

    private static void unknown(String field, String words, Collection<String> known, List<FieldError> faults) {
        String offered = known.stream().map(Placeholders::of).collect(Collectors.joining(", "));
        PLACE.matcher(words)
                .results()
                .map(place -> place.group(1))
                .filter(name -> !known.contains(name))
                .collect(Collectors.toCollection(TreeSet::new))
                .forEach(name -> faults.add(
                        FieldError.of(field, of(name), Text.of("core.letter.placeholder-unknown", of(name), offered))));
    }
}
