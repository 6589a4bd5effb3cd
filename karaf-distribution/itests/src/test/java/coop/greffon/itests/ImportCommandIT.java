package coop.greffon.itests;

import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.itests.distribution.ConsoleAnswer;
import coop.greffon.itests.distribution.RunningDistribution;
import coop.greffon.itests.distribution.SharedDistribution;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody imports at the console. */
@ExtendWith(SharedDistribution.class)
class ImportCommandIT {
    private static final Duration TIME = Duration.ofSeconds(60);
    private static final Path ODOO =
            Path.of("../../bundles/testing/src/main/resources/odoo").toAbsolutePath();

    private static String answer(RunningDistribution greffon, String command) {
        ConsoleAnswer answer = greffon.ask(command, TIME);
        assertThat(answer.status()).as(answer.output()).isZero();
        return answer.output();
    }

    @Test
    void theFileOfTagsIsLearntAndMakesNobody(RunningDistribution greffon) {
        String tags = ODOO.resolve("tags.fr.import-compatible.csv").toString();

        assertThat(answer(greffon, "members:import --dry-run " + tags)).contains("16");
        assertThat(answer(greffon, "members:import --good-lines-only " + tags)).contains("16");

        assertThat(answer(greffon, "members:list --output json benevole").replaceAll("\\s", ""))
                .isEqualTo("[]");
    }
}
