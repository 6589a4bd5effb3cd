package coop.greffon.web.internal.start;

import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.core.identity.Accounts;
import coop.greffon.core.identity.OneTimeLinks;
import coop.greffon.core.message.Messages;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstStartTest {
    @TempDir
    Path folder;

    private final List<String> passwords = new ArrayList<>();

    @Test
    void aPasswordThatIsRefusedIsToldAndTheLinkOpensInstead() throws IOException {
        start("court");

        assertThat(Files.readAllLines(folder.resolve("ready.txt")))
                .containsExactly(
                        "http://localhost:8181/",
                        "web.start.password-refused GREFFON_ADMIN_PASSWORD core.account.password-short 10",
                        "http://localhost:8181/setup/secret");
        assertThat(Files.readAllLines(folder.resolve("setup-link.txt")))
                .containsExactly("http://localhost:8181/setup/secret");
    }

    @Test
    void aPasswordThatIsTakenNeedsNoLink() throws IOException {
        start("une phrase longue");

        assertThat(passwords).containsExactly("une phrase longue");
        assertThat(Files.readAllLines(folder.resolve("ready.txt"))).containsExactly("http://localhost:8181/");
        assertThat(folder.resolve("setup-link.txt")).doesNotExist();
    }

    @Test
    void withoutAPasswordTheLinkOpens() throws IOException {
        start(null);

        assertThat(passwords).isEmpty();
        assertThat(folder.resolve("setup-link.txt")).exists();
    }

    private void start(String password) {
        Accounts accounts = fake(Accounts.class, (self, method, arguments) -> {
            if (method.getName().equals("anyWithRole")) {
                return false;
            }
            String given = (String) arguments[1];
            if (given.length() < 10) {
                throw new InvalidInput(FieldError.of("password", null, Text.of("core.account.password-short", 10)));
            }
            passwords.add(given);
            return null;
        });
        OneTimeLinks links = fake(OneTimeLinks.class, (self, method, arguments) -> "secret");
        new FirstStart(accounts, links, new Keys(), "http://localhost:8181/", folder, password).welcome(List.of());
    }

    @Test
    void whileTheServerOpensItsPortsAnewItIsWhereItWasAnnounced() throws IOException {
        assertThat(FirstStart.lastAnnounced(folder)).isEqualTo("http://localhost:8181/");

        Files.write(folder.resolve("ready.txt"), List.of("http://localhost:8182/", "somebody"));

        assertThat(Address.of(Map.of())).isEmpty();
        assertThat(FirstStart.lastAnnounced(folder)).isEqualTo("http://localhost:8182/");
    }

    private static <T> T fake(Class<T> type, InvocationHandler answers) {
        return type.cast(Proxy.newProxyInstance(FirstStartTest.class.getClassLoader(), new Class<?>[] {type}, answers));
    }

    private static final class Keys implements Messages {
        @Override
        public String text(Locale language, String key, Object... arguments) {
            List<String> words = new ArrayList<>(List.of(key));
            Arrays.stream(arguments).map(String::valueOf).forEach(words::add);
            return String.join(" ", words);
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
}
