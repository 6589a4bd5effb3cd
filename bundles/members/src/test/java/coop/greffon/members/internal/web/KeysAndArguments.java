package coop.greffon.members.internal.web;

import coop.greffon.core.message.Messages;
import coop.greffon.testing.AdjustableClock;
import coop.greffon.web.Visit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Each sentence is its key and its arguments. */
final class KeysAndArguments implements Messages {
    /** Somebody who hears them, on 21 November 2026. */
    static Visit visit() {
        return visit(Map.of());
    }

    /** The same who asks for something. */
    static Visit visit(Map<String, String> query) {
        return visit(Set.of(), query);
    }

    /** The same who may do something. */
    static Visit whoMay(String... permissions) {
        return visit(Set.of(permissions), Map.of());
    }

    private static Visit visit(Set<String> permissions, Map<String, String> query) {
        return new Visit(
                null,
                null,
                permissions,
                Locale.FRENCH,
                new KeysAndArguments(),
                AdjustableClock.at("2026-11-21T09:00:00Z"),
                "",
                "/",
                query,
                null);
    }

    @Override
    public String text(Locale language, String key, Object... arguments) {
        return Stream.concat(Stream.of(key), Arrays.stream(arguments).map(String::valueOf))
                .collect(Collectors.joining(" "));
    }

    @Override
    public boolean has(String key) {
        return true;
    }

    @Override
    public Set<Locale> languages() {
        return Set.of(Locale.FRENCH);
    }
}
