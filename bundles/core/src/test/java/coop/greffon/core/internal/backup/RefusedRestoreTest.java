package coop.greffon.core.internal.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.greffon.core.identity.Actor;
import coop.greffon.core.internal.audit.JpaAudit;
import coop.greffon.core.problem.Refused;
import coop.greffon.testing.TestDatabase;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is not put back, and leaves all as it was. */
class RefusedRestoreTest extends BackupFiling {
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
}
