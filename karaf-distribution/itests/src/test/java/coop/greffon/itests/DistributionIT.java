package coop.greffon.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import coop.greffon.itests.distribution.OnPostgreSql;
import coop.greffon.itests.distribution.RunningDistribution;
import coop.greffon.itests.distribution.SharedDistribution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SharedDistribution.class)
class DistributionIT {
    private static final int TO_SIGN_IN = 30_000;

    @ParameterizedTest
    @ValueSource(strings = {"coop.greffon.core", "coop.greffon.web", "coop.greffon.members", "coop.greffon.shifts"})
    void ourBundlesAreActive(String bundle, RunningDistribution greffon) {
        assertThat(greffon.console("bundle:list -s --no-format"))
                .containsPattern("(?m)\\tActive\\t.*\\t" + bundle.replace(".", "\\.") + "\\s*$");
    }

    @Test
    void noBundleIsLeftUnresolved(RunningDistribution greffon) {
        assertThat(greffon.console("bundle:list -s -t 0 --no-format"))
                .doesNotContain("Installed", "Waiting", "Failure");
    }

    @Test
    void theDataSourceIsH2(RunningDistribution greffon) {
        assertThat(greffon.console("service:list javax.sql.DataSource"))
                .contains("osgi.jdbc.driver.name = H2 with whole commits", "dataSourceName = greffon");
    }

    @Test
    void oneFileSwitchesToPostgreSql(@OnPostgreSql RunningDistribution greffon) {
        assertThat(greffon.console("service:list javax.sql.DataSource"))
                .contains("osgi.jdbc.driver.name = PostgreSQL JDBC Driver", "dataSourceName = greffon")
                .doesNotContain("H2 with whole commits");
    }

    @Test
    void noRepositoryIsAskedForAnything(RunningDistribution greffon) {
        assertThat(greffon.console("config:list \"(service.pid=org.ops4j.pax.url.mvn)\""))
                .doesNotContain("http:", "https:");
    }

    @Test
    void noConfigurationNamesAHostToDownloadFrom(RunningDistribution greffon) throws IOException {
        List<Path> files;
        try (Stream<Path> etc = Files.list(greffon.directory().resolve("etc"))) {
            files = etc.filter(file -> file.toString().endsWith(".cfg")).toList();
        }

        assertThat(files)
                .hasSizeGreaterThan(10)
                .allSatisfy(file -> assertThat(Files.readAllLines(file))
                        .filteredOn(line -> !line.stripLeading().startsWith("#"))
                        .noneMatch(line -> line.contains("://")));
    }

    @Test
    void theConsoleListensOnThisMachineOnly(RunningDistribution greffon) {
        // Not config:property-get: it writes the file it reads, and the console closes to read it again.
        assertThat(greffon.console("config:list \"(service.pid=org.apache.karaf.shell)\""))
                .containsOnlyOnce("sshHost = 127.0.0.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"karaf", "admin", "greffon"})
    void noPasswordOpensTheConsole(String password, RunningDistribution greffon) throws JSchException {
        Session session = new JSch().getSession("karaf", "127.0.0.1", greffon.sshPort());
        session.setConfig("StrictHostKeyChecking", "no");
        session.setPassword(password);

        assertThatThrownBy(() -> session.connect(TO_SIGN_IN))
                .isInstanceOf(JSchException.class)
                .hasMessageContaining("Auth fail");
    }
}
