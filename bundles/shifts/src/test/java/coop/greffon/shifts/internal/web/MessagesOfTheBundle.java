package coop.greffon.shifts.internal.web;

import coop.greffon.core.message.Messages;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;

/** The sentences of this bundle, their arguments left out. */
public final class MessagesOfTheBundle implements Messages {
    @Override
    public String text(Locale language, String key, Object... arguments) {
        return sentences(language).getProperty(key, key);
    }

    @Override
    public boolean has(String key) {
        return sentences(Locale.FRENCH).containsKey(key);
    }

    @Override
    public Set<Locale> languages() {
        return Set.of(Locale.FRENCH, Locale.ENGLISH);
    }

    private static Properties sentences(Locale language) {
        var sentences = new Properties();
        String file = "/GREFFON-INF/i18n/messages_" + language.getLanguage() + ".properties";
        try (var reader =
                new InputStreamReader(MessagesOfTheBundle.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
            sentences.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return sentences;
    }
}
