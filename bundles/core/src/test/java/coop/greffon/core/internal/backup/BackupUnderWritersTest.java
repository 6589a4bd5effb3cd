package coop.greffon.core.internal.backup;

import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Writers move an amount from one row to another and write the movement down in two tables, one first and one last in the order of backup.
 * A backup that is of one instant has the same total always, and as many movements in one table as in the other.
 */
class BackupUnderWritersTest {
    private static final int ROWS = 200;
    private static final int TOTAL = ROWS * 1000;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void aBackupIsOfOneInstant(TestDatabase database) throws Exception {
        BackupBench bench = BackupBench.empty(database);
        bench.execute("create table greffon_odd_aaa (id bigint primary key)");
        bench.execute("create table greffon_odd_purse (id integer primary key, amount bigint not null)");
        bench.execute("create table greffon_odd_zzz (id bigint primary key)");
        for (int id = 0; id < ROWS; id++) {
            bench.execute("insert into greffon_odd_purse values (" + id + ", 1000)");
        }
        var stop = new AtomicBoolean();
        ExecutorService writers = Executors.newFixedThreadPool(3);
        List<Future<Integer>> written = new ArrayList<>();
        for (int writer = 0; writer < 3; writer++) {
            int number = writer;
            written.add(writers.submit(() -> move(bench, number, stop)));
        }

        List<Path> files = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Path file = folder.resolve("b" + i + ".zip");
            bench.write(file);
            files.add(file);
        }
        stop.set(true);
        int movements = 0;
        for (Future<Integer> writer : written) {
            movements += writer.get();
        }
        writers.shutdown();

        List<Integer> lengths = new ArrayList<>();
        for (Path file : files) {
            lengths.add(check(file));
        }
        assertThat(movements).as("the writers were not held up").isGreaterThan(lengths.get(0));
        assertThat(lengths).as("they wrote while backups were made").isSorted();
        assertThat(lengths.get(5)).isGreaterThan(lengths.get(0));
        assertThat(bench.column("select count(*) from greffon_odd_zzz")).containsExactly(String.valueOf(movements));
    }

    private static int move(BackupBench bench, int writer, AtomicBoolean stop) throws SQLException {
        int done = 0;
        try (Connection connection = bench.store.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            while (!stop.get()) {
                // Each writer has rows of its own: this is about reading, not about locks.
                int from = (done % 30) * 3 + writer;
                long id = done * 3L + writer;
                statement.executeUpdate("insert into greffon_odd_zzz values (" + id + ")");
                statement.executeUpdate("update greffon_odd_purse set amount = amount - 7 where id = " + from);
                statement.executeUpdate("update greffon_odd_purse set amount = amount + 7 where id = " + (from + 93));
                statement.executeUpdate("insert into greffon_odd_aaa values (" + id + ")");
                connection.commit();
                done++;
            }
        }
        return done;
    }

    private static int check(Path file) throws IOException {
        try (BackupZip zip = BackupZip.open(file)) {
            zip.check();
            List<List<String>> purses = rows(zip, "greffon_odd_purse");
            assertThat(purses.stream()
                            .mapToLong(row -> Long.parseLong(row.get(1)))
                            .sum())
                    .isEqualTo(TOTAL);
            List<List<String>> first = rows(zip, "greffon_odd_aaa");
            assertThat(first).containsExactlyInAnyOrderElementsOf(rows(zip, "greffon_odd_zzz"));
            return first.size();
        }
    }

    private static List<List<String>> rows(BackupZip zip, String name) throws IOException {
        Manifest.Table table = zip.manifest().tables().stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow();
        List<List<String>> rows = new ArrayList<>();
        zip.read(table, rows::add);
        return rows;
    }
}
