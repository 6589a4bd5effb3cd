package coop.greffon.core.internal.identity;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;

/** Which passwords are taken: long enough, and not among those that somebody who guesses tries first. */
final class PasswordRule {
    private static final int SHORTEST = 10;
    private static final int LONGEST = 200;
    /** A shorter name stands in too many honest passwords by chance. */
    private static final int SHORTEST_NAME = 4;

    private PasswordRule() {}

    /**
     * Refuses what is easily guessed.
     *
     * @param logins what the account signs in with
     * @param coop the co-op's name
     */
    static void check(String password, Collection<String> logins, String coop) {
        if (password == null || password.length() < SHORTEST) {
            throw refused(Text.of("core.account.password-short", SHORTEST));
        }
        if (password.length() > LONGEST) {
            throw refused(Text.of("core.account.password-long", LONGEST));
        }
        named(password, logins, coop).ifPresent(name -> {
            throw refused(Text.of("core.account.password-named", name));
        });
        if (CommonPasswords.isOne(password)) {
            throw refused(Text.of("core.account.password-common"));
        }
    }

    private static InvalidInput refused(Text why) {
        return new InvalidInput(FieldError.of("password", null, why));
    }

    /** The name within a password that those around somebody know: of her mail, of the co-op. */
    private static Optional<String> named(String password, Collection<String> logins, String coop) {
        String plain = plain(password);
        return Stream.concat(logins.stream().map(PasswordRule::beforeItsHost), Stream.of(coop))
                .filter(name -> plain(name).length() >= SHORTEST_NAME && plain.contains(plain(name)))
                .findFirst();
    }

    private static String beforeItsHost(String login) {
        return login.contains("@") ? login.substring(0, login.indexOf('@')) : login;
    }

    /** Its letters and digits alone, whatever their accents and their case. */
    private static String plain(String text) {
        return PlainLetters.of(text).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
