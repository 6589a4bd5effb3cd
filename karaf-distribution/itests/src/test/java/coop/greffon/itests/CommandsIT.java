package coop.greffon.itests;

import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.itests.distribution.ConsoleAnswer;
import coop.greffon.itests.distribution.RunningDistribution;
import coop.greffon.itests.distribution.SharedDistribution;
import coop.greffon.itests.site.Commands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every command of ours at the console: who may call it, what it answers, and how it refuses. */
@ExtendWith(SharedDistribution.class)
class CommandsIT {
    private static final Duration TIME = Duration.ofSeconds(60);
    private static final Set<String> ALL = Set.of(
            "greffon:accounts",
            "greffon:backup",
            "greffon:https",
            "greffon:install",
            "greffon:jobs",
            "greffon:keys",
            "greffon:mails",
            "greffon:modules",
            "greffon:purge",
            "greffon:remove",
            "greffon:restore",
            "greffon:settings",
            "greffon:upgrade",
            "greffon:verify",
            "members:export",
            "members:import",
            "members:invite",
            "members:list",
            "members:show",
            "members:verify",
            "shifts:export",
            "shifts:generate",
            "shifts:import",
            "shifts:list",
            "shifts:simulate",
            "shifts:status",
            "shifts:verify");

    /** Records created, further addresses, changed, unchanged, left out and refused, in whatever language the machine speaks. */
    private static final Pattern COUNTS =
            Pattern.compile(": (\\d+),[^:]*: (\\d+),[^:]*: (\\d+),[^:]*: (\\d+),[^:]*: (\\d+),[^:]*: (\\d+)\\.");

    private final List<String> findings = new ArrayList<>();

    @TempDir
    private Path folder;

    @BeforeEach
    void findNothingYet() {
        findings.clear();
    }

    @Test
    void eachIsWalkedHere(RunningDistribution greffon) {
        assertThat(Commands.of(greffon.directory())).containsExactlyInAnyOrderElementsOf(ALL);
    }

    @Test
    void whoeverOnlyLooksMayCallNone(RunningDistribution greffon) {
        for (String command : ALL) {
            ConsoleAnswer answer = greffon.askAsOnlooker(command + " --output json");
            if (answer.status() == 0 || !answer.output().contains("Insufficient credentials")) {
                findings.add(command + ": " + answer);
            }
        }
        assertThat(findings).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "greffon:modules --output json | \"module\" : \"members\"",
                "greffon:accounts --output json list belkacem | Nadia Belkacem",
                "greffon:accounts --output csv --role desk | Nadia Belkacem",
                "greffon:settings --output json list core | timeZone",
                "greffon:settings get core timeZone | Europe/Paris",
                "greffon:jobs --output csv | core.job.sweep",
                "greffon:jobs run core.job.sweep | was started",
                "greffon:jobs --output json history core.job.sweep | \"by\" : \"console\"",
                "greffon:mails --output json | [",
                "greffon:keys --output json | public-key",
                "greffon:verify | journal",
                "members:invite --dry-run | ",
                "members:list --output json marchand | Inès",
                "members:list --status former --most 3 | ",
                "members:show --output json 128 | Inès",
                "members:verify | ",
                "shifts:simulate --output csv --start 2024-01-01 --until 2024-04-10 bees-flying grace:2024-02-28:2024-03-09"
                        + " grace:2024-03-12:2024-04-09 | 2024-04-10,,0,-4,0,0,STRUCK_OFF,,false,",
                "shifts:simulate --output csv --start 2024-01-01 --until 2024-01-29 flying | 2024-01-29,DEBIT_WITH_PENALTY,-2",
                "shifts:simulate --start 2026-11-30 --monday 2015-12-28 elefan attended:2026-12-05 | 2026-12-14",
                "shifts:generate --output csv | away,shifts,seats,left",
                "shifts:list --output csv --free | id,day,start,end,job",
                "shifts:status --output json 128 | UP_TO_DATE",
                "shifts:status --journal --output csv 128 | ATTENDED",
                "shifts:verify | ",
                "shifts:verify --output json | [ ]"
            })
    void whatIsAskedIsAnswered(String command, String expected, RunningDistribution greffon) {
        ConsoleAnswer answer = greffon.ask(command, TIME);

        assertThat(answer.status()).as(answer.output()).isZero();
        assertThat(answer.output()).contains(expected == null ? "" : expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "greffon:accounts dance | dance",
                "greffon:accounts add | name",
                "greffon:accounts add x@example.org \"\" | name",
                "greffon:accounts --role dancer add x@example.org \"X\" | dancer",
                "greffon:accounts close nobody@example.org | nobody@example.org",
                "greffon:accounts --language xx add x@example.org \"X\" | xx",
                "greffon:accounts --output yaml | yaml",
                "greffon:accounts add nadia \"X\" | nadia",
                "greffon:accounts --most 0 | --most",
                "greffon:settings --from 2020-01-01 set core smtpHost x.example.org | 2020-01-01",
                "members:list --most 0 | --most",
                "greffon:backup /no/such/folder/backup.zip | /no/such/folder",
                "greffon:https dance | dance",
                "greffon:install nothing | nothing",
                "greffon:jobs run core.job.nothing | core.job.nothing",
                "greffon:mails --retry 987654321 | 987654321",
                "greffon:mails --retry twelve | twelve",
                "greffon:mails --state lost | lost",
                "greffon:purge --yes nothing | nothing",
                "greffon:purge nothing | nothing",
                "greffon:purge members | --yes",
                "greffon:purge --yes core | core",
                "greffon:remove nothing | nothing",
                "greffon:remove web | web",
                "greffon:restore /no/such/backup.zip | /no/such/backup.zip",
                "greffon:settings set core timeZone Moon/Tycho | Moon/Tycho",
                "greffon:settings set core nothing x | nothing",
                "greffon:settings set nothing x y | nothing",
                "greffon:settings --from 32/13/2026 set core coopName X | 32/13/2026",
                "greffon:upgrade nothing | nothing",
                "members:export /no/such/folder/members.csv | /no/such/folder",
                "members:import /no/such/people.csv | /no/such/people.csv",
                "members:import --dry-run /tmp | /tmp",
                "members:list --status dancing | dancing",
                "members:list --kind robot | robot",
                "members:show 987654321 | 987654321",
                "members:show --id twelve | twelve",
                "shifts:simulate dancers | dancers",
                "shifts:simulate bees-flying slept:2024-01-05 | slept:2024-01-05",
                "shifts:simulate bees-flying absent:2024-13-01 | 2024-13-01",
                "shifts:simulate --start 2024-01-01 bees-flying leave:2023-12-20:2024-02-05 | leave:2023-12-20:2024-02-05",
                "shifts:simulate --start 2024-01-01 --until 2023-12-31 bees-flying | 2023-12-31",
                "shifts:simulate --monday 2024-01-02 elefan | 2024-01-02",
                "shifts:export dancers /tmp/slots.csv | dancers",
                "shifts:export slots /no/such/folder/slots.csv | /no/such/folder/slots.csv",
                "shifts:export slots /tmp/slots.txt | /tmp/slots.txt",
                "shifts:generate --output yaml | yaml",
                "shifts:import dancers /tmp/slots.csv | dancers",
                "shifts:import slots /no/such/slots.csv | /no/such/slots.csv",
                "shifts:import --dry-run counters /tmp | /tmp",
                "shifts:list --from 2027-13-01 | 2027-13-01",
                "shifts:list --from 2027-01-05 --to 2027-01-04 | 2027-01-04",
                "shifts:status 99999 | 99999",
                "shifts:status --on 2024-13-01 128 | 2024-13-01",
                "shifts:verify --output yaml | yaml"
            })
    void whatCannotBeDoneIsRefusedByName(String command, String named, RunningDistribution greffon) {
        ConsoleAnswer answer = greffon.ask(command, TIME);

        assertThat(answer.status()).as(answer.output()).isNotZero();
        assertThat(answer.output()).contains(named).doesNotContain("\tat ", "Exception");
    }

    @ParameterizedTest
    @CsvSource({"csv", "ods", "xlsx"})
    void whatIsExportedCanBeReadByTheImport(String format, RunningDistribution greffon) throws IOException {
        Path file = folder.resolve("members." + format);

        assertThat(greffon.console("members:export " + file)).isNotBlank();
        assertThat(Files.size(file)).isGreaterThan(1_000);

        ConsoleAnswer again = greffon.ask("members:export " + file, TIME);
        assertThat(again.status()).as("a file that is there stays").isNotZero();
        ConsoleAnswer faults = greffon.ask("members:import --dry-run --output json " + file, TIME);
        assertThat(faults.status()).as(faults.output()).isZero();
        assertThat(faults.output().replaceAll("\\s", "")).as("refused lines").isEqualTo("[]");
        ConsoleAnswer dryRun = greffon.ask("members:import --dry-run " + file, TIME);
        Matcher counts = COUNTS.matcher(dryRun.output());
        assertThat(counts.find()).as(dryRun.output()).isTrue();
        assertThat(List.of(1, 2, 3, 5, 6))
                .extracting(counts::group)
                .as("created, further addresses, changed, left out, refused: " + dryRun.output())
                .containsOnly("0");
        assertThat(Integer.parseInt(counts.group(4))).as("unchanged").isGreaterThan(200);
    }

    @ParameterizedTest
    @CsvSource({"slots, csv", "places, ods", "counters, xlsx"})
    void whatIsExportedOfShiftsIsReadBackAndChangesNothing(String what, String format, RunningDistribution greffon)
            throws IOException {
        Path file = folder.resolve(what + "." + format);

        assertThat(greffon.console("shifts:export " + what + " " + file)).isNotBlank();
        assertThat(Files.size(file)).isGreaterThan(200);
        ConsoleAnswer again = greffon.ask("shifts:export " + what + " " + file, TIME);
        assertThat(again.status()).as("a file that is there stays").isNotZero();
        assertThat(again.output()).contains("--force");
        assertThat(greffon.ask("shifts:export --force " + what + " " + file, TIME)
                        .status())
                .isZero();

        ConsoleAnswer trial = greffon.ask("shifts:import --dry-run --output csv " + what + " " + file, TIME);
        assertThat(trial.status()).as(trial.output()).isZero();
        assertThat(trial.output()).contains(",UNCHANGED,").doesNotContain(",ADDED,", ",CHANGED,", ",REFUSED,");
        ConsoleAnswer applied = greffon.ask("shifts:import " + what + " " + file, TIME);
        assertThat(applied.status()).as(applied.output()).isZero();
    }

    @Test
    void wrongLinesOfAnImportOfShiftsAreNamed(RunningDistribution greffon) throws IOException {
        Path file = Files.writeString(
                folder.resolve("counters.csv"),
                "member,track,start,main\n128,dancing,2027-01-04,1\n99999,fixe,soon,x\n");

        ConsoleAnswer trial = greffon.ask("shifts:import --dry-run --output csv counters " + file, TIME);
        assertThat(trial.status()).as(trial.output()).isZero();
        assertThat(trial.output()).contains("2,,REFUSED,track,dancing", "3,,REFUSED,start,soon", "3,,REFUSED,main,x");
        ConsoleAnswer applied = greffon.ask("shifts:import counters " + file, TIME);
        assertThat(applied.status()).as("a script notices").isNotZero();
        ConsoleAnswer other = greffon.ask("shifts:import slots " + file, TIME);
        assertThat(other.status()).isNotZero();
        assertThat(other.output()).contains("shifts:import counters").doesNotContain("Exception");
    }
}
