package coop.greffon.core.internal.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.greffon.core.problem.Refused;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

/** A folder with one backup in it. */
abstract class BackupFiling {
    @TempDir
    Path folder;

    Path file() {
        return folder.resolve("clairette.zip");
    }

    static Manifest manifest(Path file) throws IOException {
        try (BackupZip zip = BackupZip.open(file)) {
            return zip.manifest();
        }
    }

    static Map<String, String> digests(Manifest manifest) {
        Map<String, String> digests = new LinkedHashMap<>();
        manifest.tables().forEach(table -> digests.put(table.name(), table.digest()));
        return digests;
    }

    void assertRefused(BackupBench target, String key) {
        assertThatThrownBy(() -> target.restore(file(), false))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.title().key()).isEqualTo(key));
    }
}
