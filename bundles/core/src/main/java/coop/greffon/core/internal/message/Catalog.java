package coop.greffon.core.internal.message;

import coop.greffon.core.message.Messages;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The sentences of one module: language, key, pattern. */
final class Catalog {
    private final Map<Locale, Map<String, String>> patterns;
    private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();

    Catalog(Map<Locale, Map<String, String>> patterns) {
        this.patterns = new HashMap<>(patterns);
    }

    Map<Locale, Map<String, String>> patterns() {
        return patterns;
    }

    boolean has(String key) {
        return patterns.values().stream().anyMatch(texts -> texts.containsKey(key));
    }

    /** The filled sentence, or null where this module has none in that language. */
    String text(Locale language, String key, Object... arguments) {
        String pattern = patterns.getOrDefault(language, Map.of()).get(key);
        if (pattern == null || arguments.length == 0) {
            return pattern;
        }
        MessageFormat format = formats.computeIfAbsent(
                language.getLanguage() + ' ' + key, ignored -> new MessageFormat(pattern.replace("'", "''"), language));
        Object[] written = Arrays.stream(arguments)
                .map(argument -> argument instanceof LocalDate date ? Messages.date(language, date) : argument)
                .toArray();
        // It keeps state while it formats: one at a time. A clone each time costs more than the sentence.
        synchronized (format) {
            return format.format(written);
        }
    }
}
