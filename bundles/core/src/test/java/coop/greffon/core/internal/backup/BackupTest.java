package coop.greffon.core.internal.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.greffon.core.backup.BackupSummary;
import coop.greffon.core.backup.Progress;
import coop.greffon.core.file.StoredFile;
import coop.greffon.core.identity.Actor;
import coop.greffon.core.internal.audit.JpaAudit;
import coop.greffon.core.internal.file.DatabaseFiles;
import coop.greffon.core.problem.Refused;
import coop.greffon.testing.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BackupTest {
    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("clairette.zip");
    }

    private static Manifest manifest(Path file) throws IOException {
        try (BackupZip zip = BackupZip.open(file)) {
            return zip.manifest();
        }
    }

    @ParameterizedTest
    @CsvSource({"H2, H2", "H2, POSTGRESQL", "POSTGRESQL, H2", "POSTGRESQL, POSTGRESQL"})
    void whatIsPutBackIsWhatWasThere(TestDatabase from, TestDatabase to) throws IOException {
        BackupBench source = BackupBench.full(from);
        BackupBench target = BackupBench.empty(to);
        BackupSummary written = source.write(file());

        BackupSummary restored = target.restore(file(), false);

        assertThat(restored).isEqualTo(written);
        assertThat(target.wasStill).isTrue();
        assertThat(source.wasStill).as("nobody is disturbed by a backup").isFalse();
        assertThat(target.column("select name from greffon_odd_thing order by id"))
                .containsExactly("\\", "l'œuf, \"frais\"", "", null);
        assertThat(target.column("select note from greffon_odd_thing order by id"))
                .containsExactly("🐔 �", "deux\r\nlignes\n", "\\N", null);
        assertThat(target.column("select parent from greffon_odd_thing order by id"))
                .containsExactly("2", "3", null, null);
        assertThat(target.column("select hen from greffon_odd_egg order by id")).containsExactly("1", "2");
        assertThat(target.column("select count(*) from greffon_odd_alone where word = 'b'"))
                .containsExactly("2");
        assertThat(target.column("select name from greffon_core_account")).containsExactly("Inès Marchand");
        assertThat(target.column("select word from elsewhere")).isEmpty();
        var files = new DatabaseFiles(target.store.jpa("core"), BackupBench.CLOCK);
        StoredFile photo = files.find("odd", "photo").orElseThrow();
        try (InputStream content = files.open(photo.id())) {
            assertThat(content.readAllBytes()).hasSize(600_000).endsWith((byte) 42);
        }
    }

    /** The backup of what was put back says the same of every table but those that the restore itself wrote in. */
    @ParameterizedTest
    @CsvSource({"H2, POSTGRESQL", "POSTGRESQL, H2"})
    void theDigestsAreTheSameOnBothDatabases(TestDatabase from, TestDatabase to) throws IOException {
        BackupBench source = BackupBench.full(from);
        BackupBench target = BackupBench.empty(to);
        source.write(file());
        target.restore(file(), false);
        Path again = folder.resolve("again.zip");
        target.write(again);

        Map<String, String> expected = digests(manifest(file()));
        Map<String, String> actual = digests(manifest(again));

        assertThat(expected).hasSizeGreaterThan(10).containsKeys("greffon_odd_thing", "greffon_core_account");
        List.of("greffon_core_mail", "greffon_core_change").forEach(written -> {
            expected.remove(written);
            actual.remove(written);
        });
        assertThat(actual).isEqualTo(expected);
        assertThat(manifest(again).sequences())
                .containsEntry("greffon_odd_thing_seq", 4250L)
                .containsEntry(
                        "greffon_core_account_seq", manifest(file()).sequences().get("greffon_core_account_seq"));
    }

    private static Map<String, String> digests(Manifest manifest) {
        Map<String, String> digests = new LinkedHashMap<>();
        manifest.tables().forEach(table -> digests.put(table.name(), table.digest()));
        return digests;
    }

    @ParameterizedTest
    @EnumSource
    void whatOpensDoorsStaysOut(TestDatabase database) throws IOException {
        BackupBench source = BackupBench.full(database);
        source.write(file());

        assertThat(manifest(file()).tables())
                .extracting(Manifest.Table::name)
                .contains("greffon_core_account")
                .doesNotContain("greffon_core_session", "greffon_core_link", "greffon_core_sign_in_failure");
        source.restore(file(), true);
        assertThat(source.column("select count(*) from greffon_core_session")).containsExactly("0");
        assertThat(source.column("select count(*) from greffon_core_link")).containsExactly("0");
    }

    @ParameterizedTest
    @EnumSource
    void aLetterThatWasWaitingIsHeld(TestDatabase database) {
        BackupBench source = BackupBench.full(database);
        source.write(file());

        source.restore(file(), true);

        assertThat(source.column("select state from greffon_core_mail")).containsExactly("HELD");
    }

    @ParameterizedTest
    @EnumSource
    void theNextIdsAreFree(TestDatabase database) {
        BackupBench source = BackupBench.full(database);
        BackupBench target = BackupBench.empty(database);
        source.write(file());

        target.restore(file(), false);

        assertThat(target.column("select nextval('greffon_odd_thing_seq')")).containsExactly("4250");
        assertThat(target.column("select action from greffon_core_change order by id desc limit 1"))
                .containsExactly("core.audit.restored");
    }

    @ParameterizedTest
    @EnumSource
    void aDatabaseSomebodyWorksInIsReplacedOnlyByForce(TestDatabase database) {
        BackupBench source = BackupBench.full(database);
        source.write(file());
        BackupBench other = BackupBench.full(database);
        other.execute("insert into greffon_odd_alone values ('theirs')");

        assertThatThrownBy(() -> other.restore(file(), false))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.title().key()).isEqualTo("core.backup.not-empty"));
        assertThat(other.wasStill).as("nobody is disturbed by a refusal").isFalse();
        assertThat(other.column("select word from greffon_odd_alone where word = 'theirs'"))
                .hasSize(1);

        other.restore(file(), true);
        assertThat(other.column("select word from greffon_odd_alone where word = 'theirs'"))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whatAMigrationWroteIsNobodysWorkAndAnAuditedChangeIs(TestDatabase database) {
        BackupBench source = BackupBench.full(database);
        source.write(file());
        BackupBench seeded = BackupBench.empty(database);
        seeded.execute("insert into greffon_odd_alone values ('seed')");
        new JpaAudit(seeded.store.jpa("core"), BackupBench.CLOCK)
                .record(Actor.host(), "core.audit.key-made", "core.key", "1", List.of());
        BackupBench used = BackupBench.empty(database);
        new JpaAudit(used.store.jpa("core"), BackupBench.CLOCK)
                .record(Actor.console(), "core.audit.setting-changed", "core.setting", "1", List.of());

        seeded.restore(file(), false);

        assertThat(seeded.column("select word from greffon_odd_alone where word = 'seed'"))
                .isEmpty();
        assertRefused(used, "core.backup.not-empty");
    }

    @ParameterizedTest
    @EnumSource
    void aBackupOfAnotherVersionIsRefused(TestDatabase database) {
        BackupBench source = BackupBench.full(database);
        source.write(file());
        BackupBench target = BackupBench.empty(database);

        target.execute("update greffon_odd_schema_history set \"version\" = '20260101.0001'");
        assertRefused(target, "core.backup.newer");
        target.execute("update greffon_odd_schema_history set \"version\" = '20261121.0001'");
        target.execute("insert into greffon_odd_schema_history select * from flyway_schema_history"
                + " where \"version\" = '20261121.0041'");
        assertRefused(target, "core.backup.older");
        target.execute("drop table greffon_odd_schema_history");
        assertRefused(target, "core.backup.module-missing");
        assertThat(target.column("select count(*) from greffon_core_account")).containsExactly("0");
    }

    private void assertRefused(BackupBench target, String key) {
        assertThatThrownBy(() -> target.restore(file(), false))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.title().key()).isEqualTo(key));
    }

    /** Takes the zip apart and puts it together again, changed. */
    private void change(UnaryOperator<Map<String, byte[]>> change) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(file().toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        try (OutputStream out = Files.newOutputStream(file());
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (var entry : change.apply(entries).entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
    }

    private static UnaryOperator<Map<String, byte[]>> replacing(String entry, String from, String to) {
        return entries -> {
            String content = new String(entries.get(entry), StandardCharsets.UTF_8);
            assertThat(content).contains(from);
            entries.put(entry, content.replace(from, to).getBytes(StandardCharsets.UTF_8));
            return entries;
        };
    }

    @Test
    void aZipThatWasChangedIsRefused() throws IOException {
        BackupBench source = BackupBench.full(TestDatabase.H2);
        BackupBench target = BackupBench.empty(TestDatabase.H2);
        List<UnaryOperator<Map<String, byte[]>>> changes = List.of(
                replacing("tables/greffon_core_account.csv", "Inès", "Inés"),
                replacing("manifest.json", "greffon_odd_hen", "greffon_odd_cat"),
                replacing("manifest.sha256", "a", "b"),
                entries -> {
                    entries.remove("tables/greffon_odd_alone.csv");
                    return entries;
                },
                entries -> {
                    entries.keySet().removeIf(name -> name.startsWith("files/"));
                    return entries;
                },
                entries -> {
                    entries.put("tables/greffon_odd_extra.csv", new byte[0]);
                    return entries;
                },
                entries -> {
                    entries.remove("manifest.json");
                    return entries;
                });
        for (UnaryOperator<Map<String, byte[]>> change : changes) {
            Files.deleteIfExists(file());
            source.write(file());
            change(change);

            assertRefused(target, "core.backup.damaged");
        }
        assertThat(target.column("select count(*) from greffon_core_account")).containsExactly("0");
        assertThat(target.wasStill).isFalse();
    }

    /**
     * Each seventh byte: the backup is refused, or what it holds is the same. The second is so for dates and the like in a zip's headers,
     * which are a good part of one that is so small.
     */
    @Test
    void aFlippedByteNeverGetsIn() throws IOException {
        BackupBench source = BackupBench.full(TestDatabase.H2);
        source.write(file());
        byte[] whole = Files.readAllBytes(file());
        Map<String, String> expected = digests(manifest(file()));
        Path damaged = folder.resolve("damaged.zip");
        int refused = 0;
        for (int at = 0; at < whole.length; at += 7) {
            byte[] copy = whole.clone();
            copy[at] ^= 0x10;
            Files.write(damaged, copy);
            try (BackupZip zip = BackupZip.open(damaged)) {
                zip.check();
                assertThat(digests(zip.manifest())).isEqualTo(expected);
            } catch (Refused expectedRefusal) {
                assertThat(expectedRefusal.title().key()).isEqualTo("core.backup.damaged");
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(whole.length / 7 / 2);
        Files.write(damaged, "no zip at all".getBytes(StandardCharsets.US_ASCII));
        assertThatThrownBy(() -> BackupZip.open(damaged)).isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @EnumSource
    void aRestoreThatFailsHalfWayChangesNothing(TestDatabase database) {
        BackupBench source = BackupBench.full(database);
        source.write(file());
        BackupBench other = BackupBench.full(database);
        other.execute("insert into greffon_odd_alone values ('theirs')");

        assertThatThrownBy(() -> other.backups().restore(file(), true, Actor.console(), (table, done, total) -> {
                    if (done == total) {
                        throw new IllegalStateException("the plug was pulled");
                    }
                }))
                .hasMessage("the plug was pulled");

        assertThat(other.column("select word from greffon_odd_alone where word = 'theirs'"))
                .hasSize(1);
        assertThat(other.column("select count(*) from greffon_core_session")).containsExactly("1");
    }

    @ParameterizedTest
    @EnumSource
    void aModulesArchiveHoldsItsOwnAndIsNoBackup(TestDatabase database) throws IOException {
        BackupBench source = BackupBench.full(database);

        BackupSummary summary = source.backups().archive("odd", file(), Actor.console(), Progress.SILENT);

        assertThat(manifest(file()).tables())
                .extracting(Manifest.Table::name)
                .containsExactlyInAnyOrder(
                        "greffon_odd_alone", "greffon_odd_egg", "greffon_odd_hen", "greffon_odd_thing");
        assertThat(summary.rows()).isEqualTo(4 + 2 + 2 + 4);
        assertThat(summary.files()).isEqualTo(1);
        assertRefused(source, "core.backup.partial");
    }

    @ParameterizedTest
    @EnumSource
    void aModulesArchiveHoldsWhatCoreKeepsOfIt(TestDatabase database) throws IOException {
        BackupBench source = BackupBench.full(database);
        for (String module : List.of("odd", "oddity")) {
            source.execute("insert into greffon_core_job (name, failures) values ('" + module + ".job.count', 0)");
        }

        source.backups().archive("odd", file(), Actor.console(), Progress.SILENT);

        assertThat(manifest(file()).tables())
                .filteredOn(table -> table.name().equals("greffon_core_job"))
                .extracting(Manifest.Table::rows)
                .containsExactly(1L);
    }

    @ParameterizedTest
    @EnumSource
    void aModuleThatTheBackupDoesNotKnowIsEmptiedOnlyByForce(TestDatabase database) {
        BackupBench source = BackupBench.full(database);
        source.write(file());
        BackupBench target = BackupBench.empty(database);
        target.execute("create table greffon_garden_schema_history as select * from greffon_odd_schema_history");
        target.execute("create table greffon_garden_bed (id bigint primary key)");
        target.execute("insert into greffon_garden_bed values (1)");

        assertThatThrownBy(() -> target.restore(file(), false)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.title().key()).isEqualTo("core.backup.module-extra");
            assertThat(refused.title().arguments()).containsExactly("garden");
        });
        assertThat(target.column("select id from greffon_garden_bed")).containsExactly("1");

        target.restore(file(), true);
        assertThat(target.column("select id from greffon_garden_bed")).isEmpty();
    }

    @Test
    void aBackupIsItsOwnersAndNeverWrittenOverAnother() throws IOException {
        BackupBench source = BackupBench.full(TestDatabase.H2);
        source.write(file());

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        assertThatThrownBy(() -> source.write(file())).isInstanceOf(Refused.class);
    }

    @Test
    void aBackupThatFailsLeavesNoFile() {
        BackupBench source = BackupBench.full(TestDatabase.H2);

        assertThatThrownBy(() -> source.backups().write(file(), Actor.console(), (table, done, total) -> {
                    throw new IllegalStateException("the disk is full");
                }))
                .hasMessage("the disk is full");

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void progressGoesFromTheFirstTableToTheLast() {
        BackupBench source = BackupBench.full(TestDatabase.H2);
        List<Integer> done = new ArrayList<>();
        List<Integer> total = new ArrayList<>();

        source.backups().write(file(), Actor.console(), (table, number, of) -> {
            done.add(number);
            total.add(of);
        });

        assertThat(done).first().isEqualTo(1);
        assertThat(done).last().isEqualTo(total.get(0));
        assertThat(total).containsOnly(done.size());
    }
}
