package coop.greffon.itests;

import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.demo.Demo;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.io.file.PathUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The launcher of {@code mvn -Pdemo}, in a JVM of its own as Maven's is, without a terminal. */
class DemoIT {
    private static final Path DIRECTORY = Path.of("target", "demo", "greffon").toAbsolutePath();
    private static final Pattern STARTING = Pattern.compile("pages on port (\\d+), console over ssh on port (\\d+)");
    private static final Pattern SIGN_IN = Pattern.compile("(?m)^(.+): sign-in (\\S+), password (\\S+)$");
    private static final long SECONDS = 60;

    private Process launcher;
    private List<ProcessHandle> started = List.of();

    @Test
    void busyPortsAreAvoidedWhoeverIsPrintedSignsInAndSigtermLeavesNoProcess() throws Exception {
        try (ServerSocket pages = takeOrFindTaken(8181);
                ServerSocket console = takeOrFindTaken(8101)) {
            assertThat(List.of(pages, console)).noneMatch(ServerSocket::isClosed);
            start();
            Matcher ports = awaitOutput(STARTING);
            int http = Integer.parseInt(ports.group(1));
            assertThat(Integer.parseInt(ports.group(2))).isGreaterThan(8101);
            String address = "http://localhost:" + http + "/";
            awaitOutput(Pattern.compile("To stop: Ctrl-C"));
            started = launcher.descendants().toList();
            String printed = Files.readString(output());

            assertThat(http).isGreaterThan(8181);
            assertThat(started).as("the container").hasSize(1);
            assertThat(printed).containsOnlyOnce(address);
            List<MatchResult> cast = SIGN_IN.matcher(printed).results().toList();
            assertThat(cast)
                    .extracting(person -> person.group(1))
                    .containsExactly(
                            "Gwenaël Le Bris (IT referent, every permission)",
                            "Nadia Belkacem (members’ desk)",
                            "Inès Marchand (member)");
            for (MatchResult person : cast) {
                assertThat(signIn(address, person.group(2), person.group(3))).isEqualTo(201);
            }
            assertThat(signIn(address, "12", "wrong password")).isEqualTo(422);

            launcher.destroy();
            assertNothingIsLeft(http);
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void ctrlCLeavesNoProcess() throws Exception {
        // Whoever builds in the background of a shell ignores Ctrl-C, and so would whatever is started from there.
        start("env", "--default-signal=INT");
        int http = Integer.parseInt(awaitOutput(STARTING).group(1));
        awaitOutput(Pattern.compile("To stop: Ctrl-C"));
        started = launcher.descendants().toList();

        new ProcessBuilder("kill", "-INT", String.valueOf(launcher.pid())).start();

        assertNothingIsLeft(http);
    }

    private void assertNothingIsLeft(int http) throws Exception {
        assertThat(launcher.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(started).isNotEmpty().noneMatch(ProcessHandle::isAlive);
        assertThat(isListening(http)).isFalse();
    }

    private static int signIn(String address, String login, String password) throws IOException, InterruptedException {
        String body = "{\"login\": \"" + login + "\", \"password\": \"" + password + "\"}";
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + "api/core/v1/sessions"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    @AfterEach
    void leaveNothingBehind() {
        launcher.destroyForcibly();
        started.forEach(ProcessHandle::destroyForcibly);
    }

    private void start(String... before) throws IOException, URISyntaxException {
        String classPath =
                String.join(System.getProperty("path.separator"), placeOf(Demo.class), placeOf(PathUtils.class));
        Files.createDirectories(DIRECTORY.getParent());
        List<String> command = new ArrayList<>(List.of(before));
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.language=en",
                "-Dgreffon.demo.fresh=true",
                "-cp",
                classPath,
                Demo.class.getName(),
                System.getProperty("greffon.distribution"),
                DIRECTORY.toString()));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output().toFile());
        launcher = builder.start();
        launcher.getOutputStream().close();
    }

    private static String placeOf(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI())
                .toString();
    }

    private static Path output() {
        return DIRECTORY.resolveSibling("output.txt");
    }

    private Matcher awaitOutput(Pattern pattern) throws IOException, InterruptedException {
        for (long tried = 0; tried < SECONDS * 10; tried++) {
            Matcher found = pattern.matcher(Files.readString(output()));
            if (found.find()) {
                return found;
            }
            assertThat(launcher.isAlive()).as(Files.readString(output())).isTrue();
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new AssertionError(pattern + " is not in " + Files.readString(output()));
    }

    private static boolean isListening(int port) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            return socket.isConnected();
        } catch (ConnectException refused) {
            return false;
        }
    }

    // Whether this test or another program holds the port makes no difference to the launcher.
    private static ServerSocket takeOrFindTaken(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        try {
            socket.bind(new InetSocketAddress(port));
        } catch (BindException alreadyTaken) {
            assertThat(isListening(port)).isTrue();
        }
        return socket;
    }
}
