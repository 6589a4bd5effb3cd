package coop.greffon.itests.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.io.file.PathUtils;

/** A copy of the distribution, to be configured as an IT referent would, then started. */
public final class DistributionSetup {
    private static final Path BUILT = Path.of(System.getProperty("greffon.distribution"));

    static final String ADMINISTRATOR = "tester";
    static final String ONLOOKER = "onlooker";

    private final Path directory;
    private final List<String> javaOptions = new ArrayList<>();
    private final List<PostgreSqlServer> companions = new ArrayList<>();
    private final Ports ports = Ports.free();
    private final ConsoleKey key = ConsoleKey.generate();

    /**
     * Copies the distribution, with free ports and a key to its console.
     *
     * @param name the folder's name under target; an earlier copy of that name is dropped
     */
    public DistributionSetup(String name) {
        directory = Path.of("target", "distributions", name).toAbsolutePath();
        try {
            if (Files.exists(directory)) {
                PathUtils.delete(directory);
            }
            Files.createDirectories(directory);
            PathUtils.copyDirectory(BUILT, directory, StandardCopyOption.COPY_ATTRIBUTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        set("org.ops4j.pax.web.cfg", "org.osgi.service.http.port", String.valueOf(ports.http()));
        set("org.apache.karaf.shell.cfg", "sshPort", String.valueOf(ports.ssh()));
        edit("keys.properties", keys -> keys + line(ADMINISTRATOR, "_g_:admingroup") + line(ONLOOKER, "viewer,ssh"));
    }

    private String line(String person, String roles) {
        return "\n" + person + " = " + key.publicKey() + "," + roles + "\n";
    }

    /** Starts as the demo does: demo co-op, adjustable clock. */
    public DistributionSetup asDemo() {
        return systemProperty("greffon.demo", "true").systemProperty("greffon.clock", "adjustable");
    }

    /** Leaves the JVM's second compiler out, which a distribution that lives for some tests never earns back. */
    public DistributionSetup shortLived() {
        return javaOption("-XX:TieredStopAtLevel=1");
    }

    /** Passes a system property to the container; neither may hold a space. */
    public DistributionSetup systemProperty(String name, String value) {
        return javaOption("-D" + name + "=" + value);
    }

    /** Passes an option to the JVM of the container, such as {@code -Xlog:gc}; it may hold no space. */
    public DistributionSetup javaOption(String option) {
        assertThat(option).doesNotContainAnyWhitespaces();
        javaOptions.add(option);
        return this;
    }

    /** Stores in a PostgreSQL of its own, by editing the one file that says so; it stops with the distribution. */
    public DistributionSetup onPostgreSql() {
        return on(PostgreSqlServer.start());
    }

    /** Stores in a PostgreSQL, which stops with the distribution. */
    public DistributionSetup on(PostgreSqlServer server) {
        companions.add(server);
        return edit("org.ops4j.datasource-greffon.cfg", server::asConfiguredIn);
    }

    /** Sets one line of a file of etc; the key must be there. */
    public DistributionSetup set(String file, String key, String value) {
        return edit(file, text -> {
            Matcher line =
                    Pattern.compile("(?m)^" + Pattern.quote(key) + "\\s*=.*$").matcher(text);
            assertThat(line.find()).as("%s in %s", key, file).isTrue();
            return line.replaceFirst(Matcher.quoteReplacement(key + " = " + value));
        });
    }

    /** Changes a file of etc. */
    public DistributionSetup edit(String file, UnaryOperator<String> change) {
        Path configuration = directory.resolve("etc").resolve(file);
        try {
            Files.writeString(configuration, change.apply(Files.readString(configuration)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Starts the copy and waits until it is ready for people. */
    public RunningDistribution start() {
        RunningDistribution distribution = new RunningDistribution(directory, ports, key, javaOptions, companions);
        distribution.start();
        return distribution;
    }
}
