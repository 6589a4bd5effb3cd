package coop.greffon.core.internal.mail;

import coop.greffon.core.message.Messages;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Messages that show their language, key and arguments. */
final class KeyMessages implements Messages {
    @Override
    public String text(Locale language, String key, Object... arguments) {
        return Stream.concat(
                        Stream.of(language + ":" + key),
                        Arrays.stream(arguments).map(String::valueOf))
                .collect(Collectors.joining(" "));
    }

    @Override
    public boolean has(String key) {
        return true;
    }

    @Override
    public Set<Locale> languages() {
        return Set.of(Locale.FRENCH, Locale.ENGLISH);
    }
}
