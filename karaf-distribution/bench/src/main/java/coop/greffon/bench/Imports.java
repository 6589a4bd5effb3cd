package coop.greffon.bench;

import coop.greffon.itests.distribution.Client;
import coop.greffon.itests.distribution.ConsoleAnswer;
import coop.greffon.itests.distribution.DemoPerson;
import coop.greffon.itests.distribution.RunningDistribution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

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

    /** The same by the addresses for programs, which work as the page does: kept, looked at line by line, imported. */
    static void measureAsThePage(Table table, RunningDistribution greffon, Path folder, int first, String database)
            throws IOException {
        Path file = MemberFile.write(folder.resolve("import-page.csv"), first, LINES);
        Client desk = greffon.as(DemoPerson.DESK);
        String content = Files.readString(file);
        String[] address = new String[1];
        double sent = seconds(
                () -> address[0] = desk.send("POST", "/api/members/v1/imports?name=people.csv", "text/csv", content)
                        .headers()
                        .firstValue("Location")
                        .map(found -> found.replaceFirst("^https?://[^/]+", ""))
                        .orElseThrow());
        double checked = seconds(() -> ask(desk, address[0], "/check", "{}", "CHECKED"));
        double applied = seconds(() -> ask(desk, address[0], "/apply", "{\"mode\":\"ALL\"}", "APPLIED"));
        table.add(
                "import of 5,000 lines by the page, " + database + ", sent and dry run",
                sent + checked,
                "s",
                "at most 5");
        table.add("import of 5,000 lines by the page, " + database + ", applied", applied, "s", "at most 5");
    }

    private static void ask(Client desk, String address, String act, String body, String state) {
        desk.send("POST", address + act, body);
        String answer = desk.get(address).body();
        while (!answer.contains('"' + state + '"')) {
            if (answer.contains("\"FAILED\"")) {
                throw new IllegalStateException(answer);
            }
            try {
                TimeUnit.MILLISECONDS.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
            answer = desk.get(address).body();
        }
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
