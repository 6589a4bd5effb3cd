package coop.greffon.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing in our jars tells when, where or by whom they were built: two builds of the same sources are the same bytes. */
class ReproducibleIT {
    private static final Path SYSTEM = Path.of(System.getProperty("greffon.distribution"), "system", "coop", "greffon");
    private static final LocalDateTime FIXED = LocalDateTime.of(LocalDate.of(2026, 11, 21), LocalTime.MIDNIGHT);

    static List<Path> jars() throws IOException {
        try (Stream<Path> files = Files.walk(SYSTEM)) {
            return files.filter(file -> file.toString().endsWith(".jar")).toList();
        }
    }

    @Test
    void thereAreFourBundlesAtLeast() throws IOException {
        assertThat(jars()).hasSizeGreaterThanOrEqualTo(4);
    }

    @ParameterizedTest
    @MethodSource("jars")
    void aJarHoldsNoTimeAndNoName(Path jar) throws IOException {
        try (JarFile open = new JarFile(jar.toFile())) {
            assertThat(open.stream().map(ZipEntry::getTimeLocal)).containsOnly(FIXED);
            assertThat(open.getManifest().getMainAttributes().keySet())
                    .extracting(Object::toString)
                    .doesNotContain("Bnd-LastModified", "Built-By", "Build-Jdk", "Build-Time");
        }
    }
}
