package coop.greffon.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a process takes of the machine's memory, and of its heap. */
final class Memory {
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

    private static final int REST = 60;

    private final long pid;

    Memory(long pid) {
        this.pid = pid;
    }

    /** In MiB. */
    long resident() throws IOException {
        Matcher line = RESIDENT.matcher(Files.readString(Path.of("/proc", String.valueOf(pid), "status")));
        if (!line.find()) {
            throw new IOException("no VmRSS of process " + pid);
        }
        return Long.parseLong(line.group(1)) / 1024;
    }

    /** What it takes after some work, at once and when it has come to rest. */
    void afterwards(Table table, String work) throws IOException, InterruptedException {
        table.add("resident memory after " + work + ", at once", resident(), "MiB", "");
        split(table);
        TimeUnit.SECONDS.sleep(REST);
        table.add(
                "resident memory after " + work + ", " + REST + " s later", resident(), "MiB", "at most 400, aim 259");
        split(table);
    }

    /** Where the memory goes: what the JVM holds of the machine for each, in MiB, as its own tool says. */
    void split(Table table) throws IOException, InterruptedException {
        String heap = ask("GC.heap_info");
        table.add("  of it heap", sum(heap, "heap\\s+total (\\d+)K") / 1024, "MiB", "");
        table.add("  of it metaspace", sum(heap, "Metaspace .* committed (\\d+)K") / 1024, "MiB", "");
        table.add("  of it code", sum(ask("Compiler.codecache"), " used=(\\d+)Kb") / 1024, "MiB", "");
        String status = Files.readString(Path.of("/proc", String.valueOf(pid), "status"));
        table.add("  threads", sum(status, "Threads:\\s+(\\d+)"), "", "");
    }

    private static long sum(String text, String number) {
        return Pattern.compile(number)
                .matcher(text)
                .results()
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .sum();
    }

    /** What the JVM's own tool answers. */
    private String ask(String command) throws IOException, InterruptedException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Process process = new ProcessBuilder(jcmd, String.valueOf(pid), command)
                .redirectErrorStream(true)
                .start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor(30, TimeUnit.SECONDS);
        return answer;
    }

    /**
     * The most that was in use while something was done, in MiB: what a full collection leaves, asked for all the time, since what the JVM
     * collects on its own depends on how much it may let lie about.
     */
    long peak(Statements.Request work) throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        FutureTask<Long> watch = new FutureTask<>(() -> {
            long peak = 0;
            while (!done.get()) {
                peak = Math.max(peak, inUse());
            }
            return peak;
        });
        new Thread(watch).start();
        try {
            work.send();
        } finally {
            done.set(true);
        }
        return watch.get();
    }

    private long inUse() throws IOException, InterruptedException {
        // Collects, and counts before anything new is made.
        String histogram = ask("GC.class_histogram");
        long bytes = sum(histogram, "(?m)^Total +\\d+ +(\\d+)");
        if (bytes == 0) {
            throw new IOException("The JVM does not tell what is in use: " + histogram);
        }
        return bytes / 1024 / 1024;
    }
}
