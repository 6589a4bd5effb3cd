package coop.greffon.itests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Started with a Java that cannot run it, the distribution says so in one line and starts nothing. */
class JavaVersionIT {
    @TempDir
    Path jdk;

    @ParameterizedTest
    @CsvSource({"karaf, 25.0.1", "karaf, 1.8.0_402", "start, 21.0.2", "status, 11.0.22"})
    void anotherVersionIsRefusedInOneLine(String script, String version) throws Exception {
        Path java = fakeJava();
        Files.writeString(jdk.resolve("release"), "IMPLEMENTOR=\"Test\"\nJAVA_VERSION=\"" + version + "\"\n");

        Answer answer = run(script);

        assertThat(answer.status()).isEqualTo(1);
        assertThat(answer.output().lines())
                .containsExactly("Greffon needs a Java 17: " + java + " is version "
                        + version.substring(0, version.indexOf('.')) + ". Set JAVA_HOME to a Java 17 and start again.");
    }

    @Test
    void aJavaWithoutReleaseFileIsAsked() throws Exception {
        fakeJava();

        assertThat(run("karaf").output()).contains("is version 23.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"karaf", "start"})
    void noJavaAtAllIsSaid(String script) throws Exception {
        Answer answer = run(script);

        assertThat(answer.status()).isEqualTo(1);
        assertThat(answer.output().lines())
                .containsExactly("Greffon needs a Java 17 and found none at " + jdk.resolve("bin/java")
                        + ". Install one, or set JAVA_HOME to it, and start again.");
    }

    private Path fakeJava() throws IOException {
        Path java = jdk.resolve("bin/java");
        Files.createDirectories(java.getParent());
        Files.writeString(java, "#!/bin/sh\necho 'openjdk version \"23.0.1\" 2024-10-15' >&2\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        return java;
    }

    private Answer run(String script) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("greffon.distribution"), "bin", script)
                        .toString())
                .redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", jdk.toString());
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Answer(output, process.exitValue());
    }

    private record Answer(String output, int status) {}
}
