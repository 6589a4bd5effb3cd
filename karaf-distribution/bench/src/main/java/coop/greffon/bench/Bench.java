package coop.greffon.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Measures the distribution on PostgreSQL and on H2, and prints what came out. */
public final class Bench {
    private Bench() {}

    /**
     * Runs every measurement.
     *
     * @throws Exception where something does not work; being slow is no failure
     */
    public static void main(String... arguments) throws Exception {
        Table table = new Table();
        conditions(table);
        try {
            new OnPostgreSql(table).run();
            new OnH2(table).run();
            new OnShifts(table).run();
        } finally {
            table.print();
        }
    }

    private static void conditions(Table table) throws IOException {
        table.condition("processor", first("/proc/cpuinfo", "model name"));
        table.condition("processors", String.valueOf(Runtime.getRuntime().availableProcessors()));
        table.condition("memory", first("/proc/meminfo", "MemTotal"));
        table.condition("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        table.condition("Java", System.getProperty("java.runtime.version"));
        table.condition(
                "load before", Files.readString(Path.of("/proc/loadavg")).strip());
        table.condition("each load lasts", Integer.getInteger("greffon.bench.seconds", 10) + " s");
    }

    private static String first(String file, String key) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(key))
                    .findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .orElse("unknown");
        }
    }
}
