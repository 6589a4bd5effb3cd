package coop.greffon.core.internal.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRuleTest {
    private static final Set<String> LOGINS = Set.of("128", "lea.roux@example.org", "ana@example.org");
    private static final String COOP = "La Clairette";

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Straight from the lists.
                "password123",
                "motdepasse",
                "azertyuiop",
                "AZERTYUIOP",
                "qwertyuiop",
                "1234567890",
                "0123456789",
                "123456789a",
                "1q2w3e4r5t",
                "jetaime123",
                "iloveyou12",
                "aaaaaaaaaa",
                "abcdefghij",
                // Dressed up.
                "Paris-2026!?.",
                "19/03-1985!?",
                "P@ssw0rd2024!",
                "Mot de passe 1",
                "mot-de-passe",
                "M0tdep@sse!!",
                "Chocolat2026",
                "chocolat-chocolat",
                "Été2026!!!",
                "azertyazerty",
                "lolololololo",
                "bonjour.soleil",
                "supermarché1",
                // With letters that no decomposition takes apart.
                "Moncœur2026",
                "mon cœur 1",
                // The same letter, or a row, in any script.
                "аааааааааа",
                "абвгдежзий",
                "лололололо",
                // Digits alone: a date, a telephone number.
                "19/03/1985!",
                "06 12 34 56 78",
                "(06) 12-34-56-78",
                "+33 (0)6-12-34-56-78",
                "19-03-1985!?",
                "1111111111111111",
                "12345678901234567890",
                "9876543210987654",
                "1234567812345678",
                // Signs alone, and yet one row of keys, or the same few again.
                "!@#$%^&*()",
                "1!2@3#4$5%",
                "!!!???!!!???",
                "#!%&#!%&#!%&",
                "!\"#$%&'()*+,-",
            })
    void refusesWhatIsTriedFirst(String password) {
        refuses(password, Text.of("core.account.password-common"));
    }

    @ParameterizedTest
    @CsvSource({
        "lea.roux2026,lea.roux",
        "xx-Léa-Roux-xx,lea.roux",
        "3 navets de learoux,lea.roux",
        "Laclairette9,La Clairette",
        "la-clairette-!,La Clairette",
    })
    void refusesTheNameOfOnesMailAndOfTheCoop(String password, String name) {
        refuses(password, Text.of("core.account.password-named", name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lescoeursverts1", "Les Cœurs verts", "3 cœurs: les coeurs verts"})
    void refusesTheNameOfACoopWhoseLettersStandTogether(String password) {
        assertThatThrownBy(() -> PasswordRule.check(password, LOGINS, "Les Cœurs verts"))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.errors())
                                .containsExactly(FieldError.of(
                                        "password", null, Text.of("core.account.password-named", "Les Cœurs verts"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "une phrase longue",
                "douze-poireaux",
                "seize-courgettes",
                "bonjour soleil vert pomme",
                "h4k7-mq2z-w9xt",
                // Ana has three letters, and 128 is no name.
                "128 bananes plates",
                "пароль-картошка",
                "98405217736104598",
                // Few letters, and yet no date.
                "7#k2!9%x&4@8?5",
                "7#k2!9%x&4",
                "#!%&@?;:/*+=-)",
            })
    void takesWhatNobodyGuesses(String password) {
        assertThatCode(() -> PasswordRule.check(password, LOGINS, COOP)).doesNotThrowAnyException();
    }

    /** As a password safe makes them; the seed makes each run the same. */
    @ParameterizedTest
    @CsvSource({"10,200", "12,20"})
    void takesNearlyAllThatChanceMakes(int length, int mostRefused) {
        var chance = new Random(2026);
        long refused = Stream.generate(() -> chance.ints(length, '!', '~' + 1)
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining()))
                .limit(10_000)
                .filter(CommonPasswords::isOne)
                .count();

        assertThat(refused).isLessThanOrEqualTo(mostRefused);
    }

    @ParameterizedTest
    @CsvSource({"neuf-neuf,core.account.password-short,10", "'',core.account.password-short,10"})
    void refusesWhatIsTooShort(String password, String key, int length) {
        refuses(password, Text.of(key, length));
    }

    private static void refuses(String password, Text why) {
        assertThatThrownBy(() -> PasswordRule.check(password, LOGINS, COOP))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.errors()).containsExactly(FieldError.of("password", null, why)));
    }
}
