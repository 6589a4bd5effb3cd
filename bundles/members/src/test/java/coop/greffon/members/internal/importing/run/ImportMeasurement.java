package coop.greffon.members.internal.importing.run;

import com.sun.management.GarbageCollectionNotificationInfo;
import com.sun.management.OperatingSystemMXBean;
import coop.greffon.members.internal.importing.columns.ColumnMapping;
import coop.greffon.members.internal.importing.model.Progress;
import coop.greffon.members.internal.importing.run.ImportFile.Options;
import coop.greffon.members.internal.store.MembersFixture;
import coop.greffon.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import javax.management.ListenerNotFoundException;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;

/**
 * How long the import of a file of some length takes, and how much memory. Run it with {@code -Xmx256m}, as the distribution is; nothing is
 * asserted, since what a machine can do is no property of the code.
 */
public final class ImportMeasurement {
    private static final String HEADINGS =
            "id,ref,name,email,phone,street,zip,city,country_id/id,barcode,parent_id/id,type,category_id,comment,active";
    private static final int CHILDREN = 10;

    private ImportMeasurement() {}

    /**
     * How long something took.
     *
     * @param passed on the clock, which others on the machine lengthen
     * @param busy of processors, in this process
     */
    public record Seconds(double passed, double busy) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.1f s (%.1f s of processor)", passed, busy);
        }
    }

    /**
     * What was measured.
     *
     * @param check time of the check
     * @param apply time of the import
     * @param again time of a second import, which changes nothing
     * @param peakBytes the most that was alive after a collection, in bytes
     */
    public record Result(
            TestDatabase database, int lines, Seconds check, Seconds apply, Seconds again, long peakBytes) {}

    /** Imports a file of so many lines into an empty database. */
    public static Result measure(TestDatabase database, int lines) {
        var fixture = new ImportFixture(database);
        Path path = file(lines);
        try (var heap = new Heap()) {
            var file = new ImportFile(path, path.getFileName().toString(), ColumnMapping.NONE, Options.USUAL);
            var check = seconds(() -> fixture.imports.check(file, plan -> {}, Progress.UNHEARD));
            Runnable apply = () ->
                    fixture.imports.apply(file, Mode.GOOD_LINES, plan -> {}, Progress.UNHEARD, MembersFixture.NADIA);
            var first = seconds(apply);
            var again = seconds(apply);
            return new Result(database, lines, check, first, again, heap.peak());
        } finally {
            delete(path);
        }
    }

    private static Seconds seconds(Runnable work) {
        var machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long cpu = machine.getProcessCpuTime();
        long start = System.nanoTime();
        work.run();
        return new Seconds((System.nanoTime() - start) / 1e9, (machine.getProcessCpuTime() - cpu) / 1e9);
    }

    /** Each tenth line is of somebody of the household of the line before. */
    private static Path file(int lines) {
        try {
            Path path = Files.createTempFile("members-", ".csv");
            try (var out = Files.newBufferedWriter(path)) {
                out.write(HEADINGS + "\r\n");
                for (int line : IntStream.rangeClosed(1, lines).toArray()) {
                    out.write(line(line) + "\r\n");
                }
            }
            return path;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String line(int line) {
        boolean child = line % CHILDREN == 0;
        return String.join(
                ",",
                "x." + line,
                Integer.toString(line),
                "Léa" + word(line % 400) + " Tran" + word(line / 50 % 2000),
                "lea." + line + "@example.org",
                "06 39 98 " + String.format(Locale.ROOT, "%02d %02d", line / 100 % 100, line % 100),
                line + " rue du Puits",
                "0" + (5000 + line % 900),
                "Vaubrenne",
                "base.fr",
                String.format(Locale.ROOT, "042%09d0", line),
                child ? "x." + (line - 1) : "",
                "contact",
                line % 3 == 0 ? "Caisse" : "",
                line % 5 == 0 ? "Vient le samedi " + line : "",
                "True");
    }

    private static String word(int number) {
        var letters = new StringBuilder();
        for (int rest = number; rest > 0; rest /= 20) {
            letters.append((char) ('a' + rest % 20));
        }
        return letters.toString();
    }

    private static void delete(Path path) {
        try {
            Files.delete(path);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Hears of every collection. */
    private static final class Heap implements AutoCloseable {
        private final AtomicLong peak = new AtomicLong();
        private final NotificationListener listener = (notification, nothing) -> {
            var collection = GarbageCollectionNotificationInfo.from((CompositeData) notification.getUserData());
            long alive = collection.getGcInfo().getMemoryUsageAfterGc().entrySet().stream()
                    .filter(pool ->
                            pool.getKey().startsWith("G1") || pool.getKey().startsWith("Tenured"))
                    .mapToLong(pool -> pool.getValue().getUsed())
                    .sum();
            peak.accumulateAndGet(alive, Math::max);
        };

        Heap() {
            System.gc();
            for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
                ((NotificationEmitter) collector).addNotificationListener(listener, null, null);
            }
        }

        long peak() {
            return peak.get();
        }

        @Override
        public void close() {
            for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
                try {
                    ((NotificationEmitter) collector).removeNotificationListener(listener);
                } catch (ListenerNotFoundException neverAdded) {
                    throw new IllegalStateException(neverAdded);
                }
            }
        }
    }

    /** Prints what was measured: {@code H2 5000} or {@code POSTGRESQL 50000}, any number of times. */
    public static void main(String[] arguments) {
        for (int index = 0; index + 1 < arguments.length; index += 2) {
            var result = measure(TestDatabase.valueOf(arguments[index]), Integer.parseInt(arguments[index + 1]));
            System.out.printf(
                    Locale.ROOT,
                    "%s %d lines: check %s, import %s, again %s, %.0f MB alive at most%n",
                    result.database(),
                    result.lines(),
                    result.check(),
                    result.apply(),
                    result.again(),
                    result.peakBytes() / 1e6);
        }
    }
}
