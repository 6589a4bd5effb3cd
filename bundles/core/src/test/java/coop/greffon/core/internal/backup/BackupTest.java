package coop.greffon.core.internal.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.greffon.core.backup.BackupSummary;
import coop.greffon.core.backup.Progress;
import coop.greffon.core.file.StoredFile;
import coop.greffon.core.identity.Actor;
import coop.greffon.core.internal.file.DatabaseFiles;
import coop.greffon.core.problem.Refused;
import coop.greffon.testing.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BackupTest extends BackupFiling {
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
