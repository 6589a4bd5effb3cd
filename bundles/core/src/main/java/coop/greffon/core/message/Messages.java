package coop.greffon.core.message;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;

/**
 * Finds the sentence of a key in a language.
 *
 * <p>A key that the language lacks is looked up in English, then in French; a key that nobody has is returned itself, so that a page
 * still shows. An apostrophe in a message is an apostrophe, whatever its arguments.
 */
public interface Messages {
    /**
     * The sentence.
     *
     * @param language the reader's language, never null
     * @param key the message key, never null
     * @param arguments what fills {@code {0}}, {@code {1}} ...
     */
    String text(Locale language, String key, Object... arguments);

    /** The sentence of a {@link Text}; arguments that are texts themselves are put in the language first. */
    default String text(Locale language, Text text) {
        Object[] arguments = text.arguments().stream()
                .map(argument -> argument instanceof Text inner ? text(language, inner) : argument)
                .toArray();
        return text(language, text.key(), arguments);
    }

    /** A day as people of a language write it in numbers; arguments that are days are written so. */
    static String date(Locale language, LocalDate date) {
        return DayFormats.of(language).format(date);
    }

    /** Whether some bundle that is installed has a sentence for the key. */
    boolean has(String key);

    /** The languages that at least one bundle speaks. */
    Set<Locale> languages();
}
