package coop.greffon.core.internal.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import java.util.Set;
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
                // Digits alone: a date, a telephone number.
                "19/03/1985!",
                "06 12 34 56 78",
                "1111111111111111",
                "12345678901234567890",
                "9876543210987654",
                "1234567812345678",
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
            })
    void takesWhatNobodyGuesses(String password) {
        assertThatCode(() -> PasswordRule.check(password, LOGINS, COOP)).doesNotThrowAnyException();
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
