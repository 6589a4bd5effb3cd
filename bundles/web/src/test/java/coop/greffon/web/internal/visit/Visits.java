package coop.greffon.web.internal.visit;

import coop.greffon.core.identity.Account;
import coop.greffon.core.message.Messages;
import coop.greffon.web.Visit;
import java.text.MessageFormat;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Visits of nobody in particular, on one evening in November, in which each key is its own sentence. */
public final class Visits {
    private Visits() {}

    /** Somebody who may do some things. */
    public static Visit of(String... permissions) {
        return to("/", Map.of(), permissions);
    }

    /** Somebody who asks for an address. */
    public static Visit to(String path, Map<String, String> query, String... permissions) {
        return of(null, path, query, permissions);
    }

    /** Inès, who signed in. */
    public static Visit signedIn(String... permissions) {
        return signedIn("/", Map.of(), permissions);
    }

    /** Inès, who signed in and asks for an address. */
    public static Visit signedIn(String path, Map<String, String> query, String... permissions) {
        var ines = new Account(
                7, null, "Inès Marchand", Locale.FRENCH, Set.of("ines@example.org"), Set.of(), Account.State.ACTIVE);
        return of(ines, path, query, permissions);
    }

    /** Somebody to whom these sentences are said, by their keys, and no others. */
    public static Visit hearing(Map<String, String> sentences) {
        return of(null, "/", Map.of(), new Said(sentences));
    }

    private static Visit of(Account account, String path, Map<String, String> query, String... permissions) {
        return of(account, path, query, new Keys(), permissions);
    }

    private static Visit of(
            Account account, String path, Map<String, String> query, Messages messages, String... permissions) {
        Clock clock = Clock.fixed(Instant.parse("2026-11-21T17:30:00Z"), ZoneId.of("Europe/Paris"));
        return new Visit(account, null, Set.of(permissions), Locale.FRENCH, messages, clock, "csrf", path, query, null);
    }

    /** Each key is its own sentence, in two languages. */
    public static Messages messages() {
        return new Keys();
    }

    private static final class Keys implements Messages {
        @Override
        public String text(Locale language, String key, Object... arguments) {
            return key;
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

    private record Said(Map<String, String> sentences) implements Messages {
        @Override
        public String text(Locale language, String key, Object... arguments) {
            return MessageFormat.format(sentences.getOrDefault(key, key).replace("'", "''"), arguments);
        }

        @Override
        public boolean has(String key) {
            return sentences.containsKey(key);
        }

        @Override
        public Set<Locale> languages() {
            return Set.of(Locale.FRENCH);
        }
    }
}
