package coop.greffon.itests;

import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.itests.distribution.ConsoleAnswer;
import coop.greffon.itests.distribution.RunningDistribution;
import coop.greffon.itests.distribution.SharedDistribution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Somebody imports at the console. */
@ExtendWith(SharedDistribution.class)
class ImportCommandIT {
    private static final Duration TIME = Duration.ofSeconds(60);
    private static final Path ODOO =
            Path.of("../../bundles/testing/src/main/resources/odoo").toAbsolutePath();

    @TempDir
    private Path folder;

    private static String answer(RunningDistribution greffon, String command) {
        ConsoleAnswer answer = greffon.ask(command, TIME);
        assertThat(answer.status()).as(answer.output()).isZero();
        return answer.output();
    }

    @Test
    void aDryRunSaysWhatEachLineWouldDo(RunningDistribution greffon) throws IOException {
        Path file = Files.writeString(folder.resolve("people.csv"), """
                Identifiant externe,Nom,Pays,Surnom
                y.1,Oriane Vasseur,France,Ori
                y.2,Basile Lemaître,Narnia,
                """);
        String dryRun = "members:import --dry-run --output csv ";

        assertThat(answer(greffon, dryRun + file).lines())
                .anyMatch(line -> line.startsWith("2,Oriane Vasseur,CREATE,,,,,") && line.contains("Oriane Vasseur"))
                .anyMatch(line -> line.startsWith("3,Basile Lemaître,CREATE,VALUE_ERROR,country,Narnia,,"));
        assertThat(answer(greffon, dryRun + "--errors " + file).lines().skip(1))
                .singleElement()
                .asString()
                .startsWith("3,Basile Lemaître,CREATE,VALUE_ERROR,country,Narnia,,");
        assertThat(answer(greffon, dryRun + "--errors --refuse-lines-with-errors " + file))
                .contains("3,Basile Lemaître,ERROR,VALUE_ERROR,country,Narnia,,");
        assertThat(answer(greffon, dryRun + "--errors --column Pays=ignore --column Surnom=notes " + file)
                        .lines())
                .hasSize(1);
    }

    @Test
    void anUnknownOutputIsRefusedBeforeAnythingIsDone(RunningDistribution greffon) throws IOException {
        Path file = Files.writeString(folder.resolve("one.csv"), "Identifiant externe,Nom\ny.9,Sidonie Kermorgant\n");

        ConsoleAnswer answer = greffon.ask("members:import --output yaml " + file, TIME);

        assertThat(answer.status()).as(answer.output()).isNotZero();
        assertThat(answer.output()).contains("yaml");
        assertThat(answer(greffon, "members:list --output json kermorgant").replaceAll("\\s", ""))
                .isEqualTo("[]");
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
