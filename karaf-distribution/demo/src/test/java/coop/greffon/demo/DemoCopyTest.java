package coop.greffon.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCopyTest {
    @TempDir
    Path folder;

    private Path distribution;
    private DemoCopy copy;

    @BeforeEach
    void aDistribution() throws IOException {
        distribution = folder.resolve("distribution");
        copy = new DemoCopy(folder.resolve("copy"));
        write(distribution.resolve("etc/org.apache.karaf.features.cfg"), "featuresBoot = new");
        write(distribution.resolve("etc/org.apache.karaf.shell.cfg"), "sshHost = 127.0.0.1\nsshPort = 8101\n");
        Files.createDirectories(distribution.resolve("data/tmp"));
    }

    @Test
    void theDataOfTheLastRunIsKeptAndNothingElse() throws IOException {
        write(copy.directory().resolve("data/db/greffon.mv.db"), "members");
        write(copy.directory().resolve("data/greffon/keys/instance"), "key");
        write(copy.directory().resolve("data/greffon/ready.txt"), "the last run");
        write(copy.directory().resolve("data/cache/bundle1/state"), "installed features of the last build");
        write(copy.directory().resolve("system/old.jar"), "of the last build");
        write(copy.directory().resolve("etc/org.apache.karaf.features.cfg"), "featuresBoot = old");

        copy.renew(distribution);

        assertThat(copy.directory().resolve("data/db/greffon.mv.db")).hasContent("members");
        assertThat(copy.directory().resolve("data/greffon/keys/instance")).hasContent("key");
        assertThat(copy.readyFile()).doesNotExist();
        assertThat(copy.directory().resolve("data/cache")).doesNotExist();
        assertThat(copy.directory().resolve("system/old.jar")).doesNotExist();
        assertThat(copy.directory().resolve("etc/org.apache.karaf.features.cfg"))
                .hasContent("featuresBoot = new");
    }

    @Test
    void keysThatWereAddedStayAndThoseOfTheDistributionAreReplaced() throws IOException {
        write(distribution.resolve("etc/keys.properties"), "# nobody");
        write(copy.directory().resolve("etc/keys.properties"), "ada = AAAA,_g_:admingroup");
        write(copy.directory().resolve("etc/signing/instance"), "key");

        copy.renew(distribution);
        copy.renew(distribution);

        assertThat(copy.directory().resolve("etc/keys.properties")).hasContent("ada = AAAA,_g_:admingroup");
        assertThat(copy.directory().resolve("etc/signing/instance")).hasContent("key");
    }

    @Test
    void aFreshDemoForgetsItsData() throws IOException {
        write(copy.directory().resolve("data/db/greffon.mv.db"), "members");

        copy.forget();
        copy.renew(distribution);

        assertThat(copy.directory().resolve("data/db")).doesNotExist();
    }

    @Test
    void aBusyPortIsReplacedInTheConfiguration() throws IOException {
        try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            write(
                    distribution.resolve("etc/org.apache.karaf.shell.cfg"),
                    "sshHost = 127.0.0.1\nsshPort = " + busy.getLocalPort() + "\n");
            copy.renew(distribution);

            int moved = copy.moveSshPort();

            assertThat(moved).isGreaterThan(busy.getLocalPort());
            assertThat(copy.directory().resolve("etc/org.apache.karaf.shell.cfg"))
                    .hasContent("sshHost = 127.0.0.1\nsshPort = " + moved + "\n");
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
