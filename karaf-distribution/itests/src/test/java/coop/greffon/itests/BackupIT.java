package coop.greffon.itests;

import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.itests.distribution.Client;
import coop.greffon.itests.distribution.ConsoleAnswer;
import coop.greffon.itests.distribution.DemoPerson;
import coop.greffon.itests.distribution.OnPostgreSql;
import coop.greffon.itests.distribution.RunningDistribution;
import coop.greffon.itests.distribution.SharedDistribution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A backup of the running distribution, put back into it. */
@ExtendWith(SharedDistribution.class)
class BackupIT {
    private static final Duration TIME = Duration.ofMinutes(2);
    private static final String NEW =
            "{\"details\":{\"kind\":\"PERSON\",\"givenName\":\"Passagère\",\"familyName\":\"Dupassage\"}}";

    @TempDir
    private Path folder;

    @Test
    void whatCameAfterTheBackupIsGoneOnH2(RunningDistribution greffon) throws IOException {
        backUpChangeAndRestore(greffon);
    }

    @Test
    void whatCameAfterTheBackupIsGoneOnPostgreSql(@OnPostgreSql RunningDistribution greffon) throws IOException {
        backUpChangeAndRestore(greffon);
    }

    private void backUpChangeAndRestore(RunningDistribution greffon) throws IOException {
        Path backup = folder.resolve("before.zip");
        greffon.console("greffon:backup " + backup);
        Client desk = greffon.as(DemoPerson.DESK);
        assertThat(desk.send("POST", "/api/members/v1/members", NEW).statusCode())
                .isEqualTo(201);
        assertThat(found(greffon)).contains("Dupassage");

        ConsoleAnswer refused = greffon.ask("greffon:restore " + backup, TIME);
        assertThat(refused.status()).as(refused.output()).isNotZero();
        assertThat(refused.output()).contains("--force");
        assertThat(found(greffon)).contains("Dupassage");

        ConsoleAnswer restored = greffon.askToBeginAnew("greffon:restore --force " + backup, TIME);
        assertThat(restored.status()).as(restored.output()).isZero();
        assertThat(found(greffon)).doesNotContain("Dupassage");
        assertThat(greffon.console("greffon:modules --output csv"))
                .contains("members")
                .doesNotContain("BROKEN");

        Path after = folder.resolve("after.zip");
        greffon.console("greffon:backup " + after);
        assertThat(members(after)).isNotEmpty().isEqualTo(members(backup));
    }

    private static String found(RunningDistribution greffon) {
        return greffon.as(DemoPerson.DESK)
                .get("/api/members/v1/members?q=dupassage")
                .body();
    }

    /** The check sums of the tables of members, as the zip itself says them of each entry. */
    private static Map<String, Long> members(Path backup) throws IOException {
        Map<String, Long> sums = new TreeMap<>();
        try (ZipFile zip = new ZipFile(backup.toFile())) {
            for (ZipEntry entry : zip.stream()
                    .filter(e -> e.getName().contains("greffon_members_"))
                    .toList()) {
                sums.put(entry.getName(), entry.getCrc());
            }
        }
        assertThat(Files.size(backup)).isPositive();
        return sums;
    }
}
