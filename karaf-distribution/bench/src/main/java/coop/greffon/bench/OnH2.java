package coop.greffon.bench;

import coop.greffon.itests.distribution.DistributionSetup;
import coop.greffon.itests.distribution.RunningDistribution;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The distribution as it comes: its start, its memory, imports, a bundle more. */
final class OnH2 {
    private static final int STARTS = 3;
    private static final String FEATURES = """
            <?xml version="1.0" encoding="UTF-8"?>
            <features name="guestbook" xmlns="http://karaf.apache.org/xmlns/features/v1.6.0">
              <feature name="greffon-guestbook" version="%s">
                <feature>greffon-members</feature>
                <bundle start-level="80">%s</bundle>
              </feature>
            </features>
            """;

    private final Table table;
    private final Path folder = Path.of("target", "bench").toAbsolutePath();

    OnH2(Table table) {
        this.table = table;
    }

    void run() throws Exception {
        try (RunningDistribution greffon =
                new DistributionSetup("bench-h2").asDemo().start()) {
            starts(greffon);
            Memory memory = new Memory(greffon.pid());
            table.condition("H2", writeDelay(greffon));
            table.add("resident memory, warm, after the first page", memory.resident(), "MiB", "");
            memory.split(table);
            Imports.measure(table, greffon, folder, 0, "H2");
            Imports.measureAsThePage(table, greffon, folder, 10_000, "H2");
            heap(greffon, memory);
            bundle(greffon);
            memory.afterwards(table, "imports");
        }
    }

    /** What the shipped configuration says of losing what was acknowledged. */
    private static String writeDelay(RunningDistribution greffon) throws IOException {
        Path file = greffon.directory().resolve("etc/org.ops4j.datasource-greffon.cfg");
        Matcher setting = Pattern.compile("WRITE_DELAY=\\d+").matcher(Files.readString(file));
        if (!setting.find() || !setting.group().equals("WRITE_DELAY=0")) {
            throw new IllegalStateException("H2 does not write to the disk what it acknowledges");
        }
        return setting.group();
    }

    /** From the start of the process to the page, with a database that has its tables. */
    private void starts(RunningDistribution greffon) throws Exception {
        double best = Double.MAX_VALUE;
        for (int i = 0; i < STARTS; i++) {
            greffon.stop();
            var page = new FirstPage(greffon);
            page.start();
            greffon.start();
            page.join();
            best = Math.min(best, page.seconds);
        }
        table.add("warm start to the sign-in page, best of " + STARTS, best, "s", "aim 2.0");
    }

    private static final class FirstPage extends Thread {
        private final RunningDistribution greffon;
        private final long start = System.nanoTime();
        private volatile double seconds;

        FirstPage(RunningDistribution greffon) {
            super("first-page");
            this.greffon = greffon;
        }

        @Override
        public void run() {
            while (!answers()) {
                try {
                    TimeUnit.MILLISECONDS.sleep(10);
                } catch (InterruptedException stopped) {
                    return;
                }
            }
            seconds = (System.nanoTime() - start) / 1e9;
        }

        private boolean answers() {
            try {
                var connection =
                        (HttpURLConnection) greffon.uri("/sign-in").toURL().openConnection();
                return connection.getResponseCode() == 200;
            } catch (IOException notYet) {
                return false;
            }
        }
    }

    private void heap(RunningDistribution greffon, Memory memory) throws Exception {
        Path small = MemberFile.write(folder.resolve("small.csv"), 300_000, 5_000);
        Path large = MemberFile.write(folder.resolve("large.csv"), 400_000, 50_000);
        ratio(
                "dry run",
                memory.peak(() -> Imports.dryRun(greffon, small)),
                memory.peak(() -> Imports.dryRun(greffon, large)));
        ratio(
                "applied",
                memory.peak(() -> Imports.apply(greffon, small)),
                memory.peak(() -> Imports.apply(greffon, large)));
    }

    private void ratio(String what, long small, long large) {
        table.add(
                "heap, 50,000 lines : 5,000 lines, " + what,
                String.format(Locale.ROOT, "%.2f (%d : %d MiB)", (double) large / small, large, small),
                "at most 1.3");
    }

    private void bundle(RunningDistribution greffon) throws IOException {
        String version = System.getProperty("greffon.version");
        Path jar = Path.of("..", "itests", "guestbook", "target", "greffon-guestbook-" + version + ".jar")
                .toAbsolutePath()
                .normalize();
        Path features = folder.resolve("guestbook-features.xml");
        Files.writeString(features, FEATURES.formatted(version, jar.toUri()));
        Imports.run(greffon, "feature:repo-add " + features.toUri());
        double first = Imports.seconds(() -> Imports.run(greffon, "greffon:install guestbook"));
        Imports.run(greffon, "greffon:remove guestbook");
        double again = Imports.seconds(() -> Imports.run(greffon, "greffon:install guestbook"));
        // Each command here signs in to the console, which is no part of adding a bundle.
        double console = Imports.seconds(() -> Imports.run(greffon, "echo"));
        table.add("a sign-in to the console and an empty command", console, "s", "");
        table.add("a bundle more, first time, without that", first - console, "s", "at most 1.0");
        table.add("a bundle more, again, without that", again - console, "s", "at most 1.0");
    }
}
