package coop.greffon.bench;

import coop.greffon.itests.distribution.ConsoleAnswer;
import coop.greffon.itests.distribution.RunningDistribution;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** Imports by the console, which does as the page does. */
final class Imports {
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final int LINES = 5_000;

    private Imports() {}

    static void measure(Table table, RunningDistribution greffon, Path folder, int first, String database)
            throws IOException {
        Path file = MemberFile.write(folder.resolve("import.csv"), first, LINES);
        table.add(
                "import of 5,000 lines, " + database + ", dry run",
                seconds(() -> dryRun(greffon, file)),
                "s",
                "at most 5");
        table.add(
                "import of 5,000 lines, " + database + ", applied",
                seconds(() -> apply(greffon, file)),
                "s",
                "at most 5");
    }

    static void dryRun(RunningDistribution greffon, Path file) {
        run(greffon, "members:import --dry-run " + file);
    }

    static void apply(RunningDistribution greffon, Path file) {
        run(greffon, "members:import " + file);
    }

    static double seconds(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    static void run(RunningDistribution greffon, String command) {
        ConsoleAnswer answer = greffon.ask(command, PATIENCE);
        if (answer.status() != 0) {
            throw new IllegalStateException(command + ": " + answer.output());
        }
    }
}
