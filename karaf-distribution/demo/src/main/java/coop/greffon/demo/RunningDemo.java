package coop.greffon.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The container's process. It never outlives this one. */
final class RunningDemo implements AutoCloseable {
    private static final long POLL_MILLISECONDS = 100;
    private static final long STOP_SECONDS = 30;

    private final Process process;
    private final Thread stopWithThisProcess;

    private RunningDemo(Process process) {
        this.process = process;
        this.stopWithThisProcess = new Thread(this::stop, "stop-demo");
    }

    /**
     * Starts the container.
     *
     * @param directory the folder of the distribution
     * @param terminal whether a person can type: only then is there a console on standard input
     */
    static RunningDemo start(Path directory, boolean terminal) throws IOException {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        String script = directory
                .resolve("bin")
                .resolve(windows ? "karaf.bat" : "karaf")
                .toString();
        ProcessBuilder builder = new ProcessBuilder(List.of(script, terminal ? "console" : "server")).inheritIO();
        if (!terminal) {
            builder.redirectInput(ProcessBuilder.Redirect.PIPE);
        }
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("KARAF_OPTS", "-Dgreffon.demo=true -Dgreffon.clock=adjustable");
        // The script replaces itself by the JVM, so that stopping the process stops the container.
        builder.environment().put("KARAF_EXEC", "exec");

        RunningDemo demo = new RunningDemo(builder.start());
        Runtime.getRuntime().addShutdownHook(demo.stopWithThisProcess);
        if (!terminal) {
            demo.process.getOutputStream().close();
        }
        return demo;
    }

    /** Waits until the file is there, and answers false when the container stops before. */
    boolean awaitFile(Path file) throws InterruptedException {
        while (!Files.exists(file)) {
            if (process.waitFor(POLL_MILLISECONDS, TimeUnit.MILLISECONDS)) {
                return false;
            }
        }
        return true;
    }

    /** Waits for the container to stop and returns its exit status. */
    int await() throws InterruptedException {
        return process.waitFor();
    }

    @Override
    public void close() {
        stop();
        try {
            Runtime.getRuntime().removeShutdownHook(stopWithThisProcess);
        } catch (IllegalStateException alreadyShuttingDown) {
            // Then the hook itself is what stopped the container.
            return;
        }
    }

    private void stop() {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        children.forEach(ProcessHandle::destroyForcibly);
    }
}
