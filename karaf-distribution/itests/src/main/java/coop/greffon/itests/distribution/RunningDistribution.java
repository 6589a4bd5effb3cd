package coop.greffon.itests.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The distribution, running as a process of its own; it never outlives the tests. */
public final class RunningDistribution implements AutoCloseable {
    private static final Duration TO_START = Duration.ofSeconds(90);
    private static final Duration TO_STOP = Duration.ofSeconds(30);
    private static final Duration TO_ANSWER = Duration.ofSeconds(30);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(50);

    private final Path directory;
    private final Ports ports;
    private final Console console;
    private final List<String> javaOptions;
    private final List<PostgreSqlServer> companions;
    private final Client nobody = Client.asNobody(this);
    private final Thread killedWithTheTests = new Thread(this::kill, "kill-distribution");
    private Process process;

    RunningDistribution(
            Path directory, Ports ports, ConsoleKey key, List<String> javaOptions, List<PostgreSqlServer> companions) {
        this.directory = directory;
        this.ports = ports;
        this.console = new Console(ports.ssh(), key);
        this.javaOptions = List.copyOf(javaOptions);
        this.companions = List.copyOf(companions);
        Runtime.getRuntime().addShutdownHook(killedWithTheTests);
    }

    /** Starts one of your own on a PostgreSQL of its own; closing it stops both. */
    public static RunningDistribution onPostgreSql() {
        return new DistributionSetup("own-postgresql")
                .asDemo()
                .shortLived()
                .onPostgreSql()
                .start();
    }

    /** The address of a path such as {@code /members}. */
    public URI uri(String path) {
        return URI.create("http://localhost:" + ports.http() + path);
    }

    /** Asks for a path as nobody in particular and returns the answer as text, whatever its status. */
    public HttpResponse<String> get(String path) {
        return asNobody().get(path);
    }

    /** A program that signed in as nobody. */
    public Client asNobody() {
        return nobody;
    }

    /** A program that signed in as somebody of the demo co-op. */
    public Client as(DemoPerson person) {
        return Client.signedIn(this, person.login(), passwordOf(person));
    }

    /** A program that signed in as somebody who has an account. */
    public Client signedIn(String login, String password) {
        return Client.signedIn(this, login, password);
    }

    /** Somebody with a browser that shows text only, not signed in yet. */
    public TextBrowser textBrowser() {
        return new TextBrowser(this);
    }

    /** A program with the token of a session or of a device. */
    public Client with(String token) {
        return Client.with(this, token);
    }

    /** The password that was printed for somebody of the demo co-op at this start. */
    public String passwordOf(DemoPerson person) {
        String printed = lastLines(ready());
        Matcher line = Pattern.compile("sign-in " + person.login() + ", password (\\S+)")
                .matcher(printed);
        assertThat(line.find()).as("%s in %s", person, printed).isTrue();
        return line.group(1);
    }

    /** Asks for a path until it answers with that status, for what comes up after the start. */
    public void await(String path, int status) {
        long end = System.nanoTime() + TO_START.toNanos();
        int last = 0;
        while (System.nanoTime() < end) {
            last = get(path).statusCode();
            if (last == status) {
                return;
            }
            pause();
        }
        throw failure(path + " answers " + last + ", not " + status);
    }

    /** Runs a command of the console, which must succeed, and returns what it printed. */
    public String console(String command) {
        ConsoleAnswer answer = ask(command, TO_ANSWER);
        assertThat(answer.status()).as("%s: %s", command, answer.output()).isZero();
        return answer.output();
    }

    /** Runs a command of the console and returns its answer, good or bad. */
    public ConsoleAnswer ask(String command, Duration timeout) {
        return console.run(DistributionSetup.ADMINISTRATOR, command, timeout);
    }

    /**
     * Runs a command of the console after which the host begins anew, such as restoring a backup, and where it succeeded waits until it is
     * ready for people: the passwords of a demo are drawn again.
     */
    public ConsoleAnswer askToBeginAnew(String command, Duration timeout) {
        forgetLastStart();
        ConsoleAnswer answer = ask(command, timeout);
        if (answer.status() == 0) {
            awaitReady();
        }
        return answer;
    }

    /** Runs a command of the console as somebody who may enter it, and look, but not administer. */
    public ConsoleAnswer askAsOnlooker(String command) {
        return console.run(DistributionSetup.ONLOOKER, command, TO_ANSWER);
    }

    /** The folder it runs in, with etc and data. */
    public Path directory() {
        return directory;
    }

    /** The port of its console, on this machine only. */
    public int sshPort() {
        return ports.ssh();
    }

    /** The id of its process. */
    public long pid() {
        return process.pid();
    }

    /** Starts it, if it was stopped or killed, and waits until it is ready for people. */
    public void start() {
        ProcessBuilder builder = new ProcessBuilder(
                        directory.resolve("bin/karaf").toString(), "server")
                .redirectErrorStream(true)
                .redirectOutput(output().toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        // The script replaces itself by the JVM, so that a signal to the process reaches the container.
        builder.environment().put("KARAF_EXEC", "exec");
        // What is printed is read by the tests: in one language on every machine.
        builder.environment().put("KARAF_OPTS", "-Duser.language=en " + String.join(" ", javaOptions));
        forgetLastStart();
        try {
            process = builder.start();
            process.getOutputStream().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        awaitReady();
    }

    /** Stops it as a person would, and waits until it is gone. */
    public void stop() {
        process.destroy();
        awaitEnd();
    }

    /** Kills it, as a power cut would. */
    public void kill() {
        if (process != null) {
            process.destroyForcibly();
            awaitEnd();
        }
    }

    @Override
    public void close() {
        stop();
        companions.forEach(PostgreSqlServer::close);
        Runtime.getRuntime().removeShutdownHook(killedWithTheTests);
    }

    private void forgetLastStart() {
        try {
            Files.deleteIfExists(ready());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitReady() {
        long end = System.nanoTime() + TO_START.toNanos();
        while (System.nanoTime() < end) {
            if (!process.isAlive()) {
                throw failure("the distribution ended with status " + process.exitValue());
            }
            if (isReady()) {
                return;
            }
            pause();
        }
        kill();
        throw failure("the distribution is not ready after " + TO_START);
    }

    // Pages and console come up while bundles are still starting; the container says itself when it is through.
    private boolean isReady() {
        try {
            get("/");
            return Files.exists(ready())
                    && ask("service:list org.apache.karaf.features.BootFinished", TO_ANSWER)
                            .output()
                            .contains("BootFinished");
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(TO_STOP.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
                throw failure("the distribution did not stop within " + TO_STOP);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(BETWEEN_TRIES.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the distribution", e);
        }
    }

    private Path ready() {
        return directory.resolve("data/greffon/ready.txt");
    }

    private Path output() {
        return directory.resolve("output.txt");
    }

    private AssertionError failure(String what) {
        return new AssertionError(
                what + "\n" + lastLines(output()) + "\n" + lastLines(directory.resolve("data/log/karaf.log")));
    }

    private static String lastLines(Path file) {
        try {
            if (!Files.exists(file)) {
                return file + " does not exist";
            }
            List<String> lines = Files.readAllLines(file);
            return file + ":\n" + String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
        } catch (IOException e) {
            return file + " cannot be read: " + e.getMessage();
        }
    }
}
