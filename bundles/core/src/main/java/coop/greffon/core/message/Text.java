package coop.greffon.core.message;

import java.util.List;

/**
 * A sentence not yet in a language.
 *
 * @param key the message key, such as {@code members.member.unknown}
 * @param arguments what fills {@code {0}}, {@code {1}} ...; numbers and dates are formatted in the reader's language
 */
public record Text(String key, List<Object> arguments) {
    public Text {
        arguments = List.copyOf(arguments);
    }

    /** A sentence by its key and what fills it; no argument may be null. */
    public static Text of(String key, Object... arguments) {
        return new Text(key, List.of(arguments));
    }
}
