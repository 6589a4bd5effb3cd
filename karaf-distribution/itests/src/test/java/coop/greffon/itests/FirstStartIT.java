package coop.greffon.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import coop.greffon.itests.distribution.Client;
import coop.greffon.itests.distribution.ConsoleAnswer;
import coop.greffon.itests.distribution.DistributionSetup;
import coop.greffon.itests.distribution.RunningDistribution;
import coop.greffon.itests.distribution.TextBrowser;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The distribution as a co-op unpacks it: no demo, nobody to sign in as, then a power cut. */
class FirstStartIT {
    private static final Path README = Path.of("..", "..", "README.md");
    private static final Pattern BLOCK = Pattern.compile("```karaf\n(.*?)```", Pattern.DOTALL);
    private static final Duration TIME = Duration.ofMinutes(2);
    private static final String PASSWORD = "seize-courgettes";
    private static final String NEW =
            "{\"details\":{\"kind\":\"PERSON\",\"givenName\":\"Ada\",\"familyName\":\"Coupure%d\"}}";

    @TempDir
    private Path folder;

    @Test
    void aLinkLetsTheFirstPersonInOnceAndAPowerCutLosesNothing() throws Exception {
        try (RunningDistribution greffon = new DistributionSetup("first-start").start()) {
            String link = link(greffon);
            opensOnce(greffon, link);
            losesNothing(greffon);
            aMailLeadsToAnAccount(greffon);
            doesWhatTheReadmeSays(greffon);
        }
    }

    private static String link(RunningDistribution greffon) throws IOException {
        Path file = greffon.directory().resolve("data/greffon/setup-link.txt");
        String link = Files.readString(file).strip();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(greffon.directory().resolve("output.txt"))).contains(link);
        assertThat(Files.readString(greffon.directory().resolve("data/log/karaf.log")))
                .doesNotContain(link);
        return link.substring(link.indexOf("/setup/"));
    }

    private static void opensOnce(RunningDistribution greffon, String link) {
        TextBrowser browser = greffon.textBrowser();
        browser.open(link);
        browser.submit("main form", Map.of("name", "Rose Trémière", "mail", "rose@example.org", "password", "court"));
        assertThat(browser.status()).isEqualTo(422);

        browser.submit("main form", Map.of("name", "Rose Trémière", "mail", "rose@example.org", "password", PASSWORD));
        assertThat(browser.status()).isEqualTo(200);
        assertThat(browser.open("/admin/accounts").select("tbody tr")).hasSize(1);
        assertThat(browser.page().select("a[href='/members/me']"))
                .as("whoever sets up has no record of their own")
                .isEmpty();

        assertThat(greffon.textBrowser().open(link).text()).doesNotContain("Rose");
        assertThat(greffon.get(link).statusCode()).isEqualTo(404);
    }

    /** Members are added until the power fails; each that was acknowledged is there afterwards. */
    private static void losesNothing(RunningDistribution greffon) throws InterruptedException {
        Client rose = greffon.signedIn("rose@example.org", PASSWORD);
        AtomicInteger next = new AtomicInteger();
        List<Integer> acknowledged = Collections.synchronizedList(new ArrayList<>());
        ExecutorService writers = Executors.newFixedThreadPool(4);
        for (int i = 0; i < 4; i++) {
            writers.execute(() -> write(rose, next, acknowledged));
        }
        TimeUnit.SECONDS.sleep(3);
        greffon.kill();
        writers.shutdown();
        assertThat(writers.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        assertThat(acknowledged).hasSizeGreaterThan(20);

        greffon.start();

        String listed = patiently(greffon, "members:list --output csv --most 100000 ada");
        assertThat(acknowledged).allSatisfy(number -> assertThat(listed).contains("Coupure" + number + ","));
    }

    /** After a start pages answer before the console has its last commands, and after a restore it takes them up again. */
    private static String patiently(RunningDistribution greffon, String command) {
        ConsoleAnswer answer = greffon.ask(command, TIME);
        for (int tried = 0; tried < 100 && answer.output().contains("Command not found"); tried++) {
            pause();
            answer = greffon.ask(command, TIME);
        }
        assertThat(answer.status()).as("%s: %s", command, answer.output()).isZero();
        return answer.output();
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void write(Client rose, AtomicInteger next, List<Integer> acknowledged) {
        try {
            while (true) {
                int number = next.incrementAndGet();
                if (rose.send("POST", "/api/members/v1/members", NEW.formatted(number))
                                .statusCode()
                        == 201) {
                    acknowledged.add(number);
                }
            }
        } catch (UncheckedIOException powerFailed) {
            assertThat(acknowledged).isNotEmpty();
        }
    }

    /** Through a mail server, in the shipped container: a demo keeps its mails to itself. */
    private static void aMailLeadsToAnAccount(RunningDistribution greffon) throws MessagingException, IOException {
        var postOffice = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
        postOffice.start();
        try {
            patiently(greffon, "greffon:settings set core coopName \"La Clairette\"");
            patiently(greffon, "greffon:settings set core publicAddress https://coop.example.org");
            patiently(greffon, "greffon:settings set core mailSender accueil@example.org");
            patiently(greffon, "greffon:settings set core smtpHost 127.0.0.1");
            patiently(
                    greffon,
                    "greffon:settings set core smtpPort " + postOffice.getSmtp().getPort());
            invite(greffon);

            assertThat(postOffice.waitForIncomingEmail(TIME.toMillis(), 1)).isTrue();
            MimeMessage mail = postOffice.getReceivedMessages()[0];
            assertThat(mail.getAllRecipients())
                    .extracting(Object::toString)
                    .containsExactly("Violette Desbois <violette@example.org>");
            assertThat(mail.getFrom()[0].toString()).contains("La Clairette", "accueil@example.org");
            String text =
                    new String(mail.getRawInputStream().readAllBytes(), StandardCharsets.UTF_8).replace("=\r\n", "");
            Matcher link = Pattern.compile("https://coop\\.example\\.org(/activate/[\\w-]+)")
                    .matcher(text);
            assertThat(link.find()).as(text).isTrue();

            TextBrowser violette = greffon.textBrowser();
            violette.open(link.group(1));
            violette.submit("main form", Map.of("password", "vingt-violettes"));
            assertThat(violette.status()).as("the name of her mail").isEqualTo(422);
            violette.submit("main form", Map.of("password", "vingt-courges"));
            assertThat(violette.open("/members/me").text()).contains("Violette Desbois");
        } finally {
            postOffice.stop();
        }
    }

    private static void invite(RunningDistribution greffon) {
        TextBrowser rose = greffon.textBrowser();
        rose.open("/sign-in");
        rose.submit("main form", Map.of("login", "rose@example.org", "password", PASSWORD));
        rose.open("/members/new");
        rose.submit(
                "main form",
                Map.of(
                        "details.givenName",
                        "Violette",
                        "details.familyName",
                        "Desbois",
                        "details.mails[0].address",
                        "violette@example.org"));
        assertThat(rose.status()).as(rose.page().text()).isEqualTo(200);
        rose.submit("form[action$='/invitation']", Map.of());
        assertThat(rose.status()).as(rose.page().text()).isEqualTo(200);
    }

    /** The commands of the README, one after the other, as a referent would type them. */
    private void doesWhatTheReadmeSays(RunningDistribution greffon) throws IOException {
        Files.writeString(folder.resolve("partners.csv"), "Nom,Prénom\nVerdier,Ada\n");
        List<String> commands = BLOCK.matcher(Files.readString(README))
                .results()
                .flatMap(block -> block.group(1).lines())
                .map(line -> line.replaceFirst("\\s+#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .toList();
        assertThat(commands).hasSizeGreaterThan(15);

        commands.forEach(command -> patiently(greffon, command.replace("/srv/greffon", folder.toString())));
        greffon.await("/sign-in", 200);
    }
}
