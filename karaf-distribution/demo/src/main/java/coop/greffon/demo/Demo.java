package coop.greffon.demo;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/** Runs the distribution with the demo co-op, in the foreground, until it is stopped. */
public final class Demo {
    /** Shut down from the console, by Ctrl-C, or by SIGTERM. */
    private static final Set<Integer> STOPPED_ON_PURPOSE = Set.of(0, 130, 143);

    private Demo() {}

    /**
     * Starts the demo and returns when it has stopped.
     *
     * @param arguments the folder of the distribution as built, then the folder to run its copy in
     * @throws IOException when the copy cannot be written
     * @throws InterruptedException when the waiting thread is interrupted; the demo is then stopped too
     */
    public static void main(String... arguments) throws IOException, InterruptedException {
        Path distribution = Path.of(arguments[0]);
        Path directory = Path.of(arguments[1]);
        Messages messages = Messages.ofThisMachine();

        Files.createDirectories(directory);
        try (FileChannel channel = FileChannel.open(
                directory.resolveSibling("demo.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            if (channel.tryLock() == null) {
                throw new IllegalStateException(messages.text("demo.already.running", directory));
            }
            DemoCopy copy = new DemoCopy(directory);
            if (Boolean.getBoolean("greffon.demo.fresh")) {
                copy.forget();
            }
            copy.renew(distribution);
            run(copy, messages);
        }
    }

    private static void run(DemoCopy copy, Messages messages) throws IOException, InterruptedException {
        int http = copy.moveHttpPort();
        int ssh = copy.moveSshPort();
        System.out.println(messages.text("demo.starting", http, ssh));

        boolean terminal = someoneCanType();
        try (RunningDemo demo = RunningDemo.start(copy.directory(), terminal)) {
            // The container itself prints what it wrote there: the address and who may sign in.
            if (demo.awaitFile(copy.readyFile())) {
                System.out.println(messages.text(terminal ? "demo.how.to.stop.console" : "demo.how.to.stop"));
            }
            int status = demo.await();
            if (!STOPPED_ON_PURPOSE.contains(status)) {
                throw new IllegalStateException(messages.text("demo.failed", status, copy.logFile()));
            }
        }
        System.out.println(messages.text("demo.stopped"));
    }

    // Up to JDK 21 a console exists only where both input and output are a terminal, which is what is asked here.
    @SuppressWarnings("SystemConsoleNull")
    private static boolean someoneCanType() {
        return System.console() != null;
    }
}
