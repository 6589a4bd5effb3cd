package coop.greffon.core.message;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How the people of each language write a day in numbers; a list asks for it in each of its rows. */
final class DayFormats {
    private static final Map<Locale, DateTimeFormatter> BY_LANGUAGE = new ConcurrentHashMap<>();

    private DayFormats() {}

    static DateTimeFormatter of(Locale language) {
        return BY_LANGUAGE.computeIfAbsent(
                language,
                spoken -> DateTimeFormatter.ofPattern(
                        spoken.getLanguage().equals("fr") ? "dd/MM/uuuu" : "d MMM uuuu", spoken));
    }
}
