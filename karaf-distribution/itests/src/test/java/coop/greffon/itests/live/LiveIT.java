package coop.greffon.itests.live;

import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.itests.distribution.Client;
import coop.greffon.itests.distribution.ConsoleAnswer;
import coop.greffon.itests.distribution.DemoPerson;
import coop.greffon.itests.distribution.DistributionSetup;
import coop.greffon.itests.distribution.RunningDistribution;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** A bundle is added, used, upgraded, spoilt, mended, removed and purged, while others work. */
class LiveIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String WORD = "Un mot que personne ne doit perdre";

    private static final String ARRIVAL =
            "{\"cause\":\"live-1\",\"memberId\":%s,\"answers\":{\"guestbook.will-write\":\"yes\"}}";

    private RunningDistribution greffon;
    private Client desk;
    private Client referent;
    private Traffic traffic;

    @Test
    void onH2() {
        live(new DistributionSetup("live-h2").asDemo().shortLived());
    }

    @Test
    void onPostgreSql() {
        live(new DistributionSetup("live-postgresql").asDemo().shortLived().onPostgreSql());
    }

    private void live(DistributionSetup setup) {
        try (RunningDistribution running = setup.start()) {
            greffon = running;
            desk = greffon.as(DemoPerson.DESK);
            referent = greffon.as(DemoPerson.REFERENT);
            greffon.console("feature:repo-add " + GuestBookRepository.write(greffon.directory()));
            try (Traffic busy = new Traffic(greffon)) {
                traffic = busy;
                membersUndisturbedBy(this::shippedOneComesAndGoes);
                membersUndisturbedBy(this::added);
                membersUndisturbedBy(this::used);
                membersUndisturbedBy(this::heardByMembers);
                membersUndisturbedBy(this::upgraded);
                membersUpgradedUnderIt();
                membersUndisturbedBy(this::spoiltByItsMigration);
                membersUndisturbedBy(this::spoiltAtItsStart);
                membersUndisturbedBy(this::removedAndAddedAgain);
                removedWithWhatItStandsOn();
                membersUndisturbedBy(this::purged);
                membersUndisturbedBy(this::saidBeforehandThatItCannotCome);
                traffic.awaitMore("core", 5);
            }
            nobodyElseNoticed();
        }
    }

    private void membersUndisturbedBy(Runnable step) {
        traffic.awaitMore("members write", 2);
        List<String> kinds = List.of("members read", "members page", "members write");
        kinds.forEach(traffic::forget);

        step.run();

        kinds.forEach(who -> traffic.awaitMore(who, 2));
        assertThat(traffic.answers("members read")).containsOnlyKeys("200");
        assertThat(traffic.answers("members page")).containsOnlyKeys("200");
        assertThat(traffic.answers("members write")).containsOnlyKeys("201");
    }

    /** The distribution has it in its system folder: no repository has to be made known. */
    private void shippedOneComesAndGoes() {
        assertThat(greffon.console("greffon:modules")).containsPattern("shifts.*(available|AVAILABLE)");
        assertThat(desk.get("/shifts/rules").statusCode()).isEqualTo(404);

        greffon.console("greffon:install shifts");

        HttpResponse<String> rules = desk.get("/shifts/rules");
        assertThat(rules.statusCode()).isEqualTo(200);
        assertThat(Jsoup.parse(rules.body()).select("main section > h2").eachText())
                .containsExactly(
                        "Ce qui vaut ici pour une place fixe",
                        "Ce qui vaut ici pour les volant·e·s",
                        "BEES, place fixe",
                        "BEES, volant·e",
                        "Macavrac",
                        "La Louve, équipe ABCD",
                        "La Louve, équipe volante (FTOP)",
                        "L’éléfàn",
                        "SuperCoop Berlin",
                        "Jardin nourricier");
        assertThat(desk.get("/members").body()).contains("href=\"/shifts/sheets\"");
        assertThat(greffon.as(DemoPerson.MEMBER).get("/shifts/rules").statusCode())
                .isEqualTo(403);

        greffon.console("greffon:remove shifts");

        assertThat(desk.get("/shifts/rules").statusCode()).isEqualTo(404);
        assertThat(desk.get("/members").body()).doesNotContain("href=\"/shifts/");
    }

    private void added() {
        assertThat(greffon.console("greffon:modules")).containsPattern("guestbook.*(available|AVAILABLE)");
        assertThat(desk.get("/guestbook").statusCode()).isEqualTo(404);

        assertThat(greffon.console("greffon:install guestbook 0.1.0")).contains("Guest book is installed.");

        assertThat(desk.get("/guestbook").body()).contains("Livre d’or");
        awaitTheStoryIsTold();
        assertThat(desk.get("/members").body()).contains("href=\"/guestbook\"");
        assertThat(greffon.asNobody().get("/api/guestbook/v1/entries").statusCode())
                .isEqualTo(401);
        assertThat(greffon.as(DemoPerson.MEMBER)
                        .get("/api/guestbook/v1/entries")
                        .statusCode())
                .isEqualTo(403);
    }

    /** On a demo, a module's part of the story is written down as soon as somebody has looked after it. */
    private void awaitTheStoryIsTold() {
        for (int tried = 0; !desk.get("/guestbook").body().contains("Les ruches vont bien"); tried++) {
            assertThat(tried).as("waiting for the words of the demo").isLessThan(500);
        }
    }

    private void used() {
        assertThat(desk.send("POST", "/api/guestbook/v1/entries", "{\"text\": \"" + WORD + "\"}")
                        .statusCode())
                .isEqualTo(201);
        assertThat(desk.send("POST", "/api/guestbook/v1/entries", "{\"text\": \" \"}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(desk.get("/guestbook").body()).contains(WORD);
        assertThat(greffon.console("guestbook:list")).contains(WORD);
        assertThat(desk.get("/").body()).contains(WORD);
        assertThat(referent.get("/admin/settings/guestbook").body()).contains("monthsKept");
        assertThat(greffon.console("greffon:jobs")).contains("guestbook");
    }

    /** Inès wrote a word in the story of the demo; Malo did not. */
    private void heardByMembers() {
        String ines = "/members/" + idOf("ines marchand");
        String malo = "/members/" + idOf("malo marchand");
        Client self = greffon.as(DemoPerson.MEMBER);
        String api = "/api/members/v1";

        assertThat(desk.get(ines).body()).contains("la poussette dans l’escalier");
        assertThat(self.get("/members/me").body()).contains("la poussette dans l’escalier");
        assertThat(self.get(api + "/me/data").body()).contains("guestbook/words.csv");
        assertThat(desk.get(api + ines + "/admission").body()).contains("A laissé un mot dans le livre d’or.");
        assertThat(desk.get(api + ines + "/questions").body()).doesNotContain("guestbook.will-write");
        assertThat(desk.get(api + malo + "/questions").body()).contains("guestbook.will-write");
        assertThat(desk.get(api + ines + "/resignation").body()).contains("Un mot reste dans le livre d’or");
        assertThat(desk.send("POST", api + "/arrivals", ARRIVAL.formatted(idOf("malo marchand")))
                        .body())
                .contains("Le livre est à l’accueil.");
        // Nadia wrote last, from the desk.
        assertThat(desk.get(api + "/duties").body()).contains("\"memberId\":" + idOf("nadia belkacem"));
    }

    private String idOf(String name) {
        String found = desk.get("/api/members/v1/members?q=" + name.replace(" ", "%20"))
                .body();
        Matcher id = Pattern.compile("\"id\":(\\d+)").matcher(found);
        assertThat(id.find()).as(found).isTrue();
        return id.group(1);
    }

    private void upgraded() {
        traffic.forget("guestbook");
        greffon.console("greffon:upgrade guestbook 0.2.0");

        assertThat(greffon.console("greffon:modules")).containsPattern("guestbook.*0\\.2\\.0");
        assertThat(desk.get("/guestbook").body()).contains(WORD);
        assertThat(desk.get("/guestbook/answers").body()).contains(WORD);
    }

    private void membersUpgradedUnderIt() {
        List.of("members read", "members page", "members write").forEach(traffic::forget);
        greffon.console("greffon:upgrade members 0.2.0");

        assertThat(greffon.console("greffon:modules")).containsPattern("members.*0\\.2\\.0");
        assertThat(desk.get("/guestbook").body()).contains(WORD);
        assertThat(desk.get("/api/members/v1/members?q=marchand").body()).contains("Inès");
        traffic.awaitMore("guestbook", 5);
        // In transition a request waits; one that waited too long is told to come again; none hears that there is no
        // such page.
        assertThat(traffic.answers("guestbook").keySet()).isSubsetOf("200", "503");
        assertThat(traffic.answers("guestbook")).containsKey("200");
        assertThat(traffic.answers("members read").keySet()).isSubsetOf("200", "503");
        assertThat(traffic.answers("members page").keySet()).isSubsetOf("200", "503");
        assertThat(traffic.answers("members write").keySet()).isSubsetOf("201", "503");
    }

    private void spoiltByItsMigration() {
        ConsoleAnswer answer = greffon.ask("greffon:install guestbook 0.3.0", PATIENCE);

        assertThat(answer.status()).as(answer.output()).isNotZero();
        assertThat(answer.output()).contains("greffon_guestbook_nowhere").doesNotContain("\tat ");
        assertThat(referent.get("/admin/modules").body()).contains("greffon_guestbook_nowhere");
        assertThat(desk.get("/guestbook").statusCode()).isEqualTo(503);

        greffon.console("greffon:install guestbook 0.2.0");

        assertThat(desk.get("/guestbook").body()).contains(WORD).doesNotContain("spoilt");
    }

    private void spoiltAtItsStart() {
        ConsoleAnswer answer = greffon.ask("greffon:install guestbook 0.4.0", PATIENCE);

        assertThat(answer.status()).as(answer.output()).isNotZero();
        assertThat(answer.output()).contains("The moon is not full").doesNotContain("\tat ");
        assertThat(referent.get("/admin/modules").body()).contains("The moon is not full");

        greffon.console("greffon:install guestbook 0.2.0");

        assertThat(desk.get("/guestbook").body()).contains(WORD);
    }

    private void removedAndAddedAgain() {
        greffon.console("greffon:remove guestbook");

        assertThat(desk.get("/guestbook").statusCode()).isEqualTo(404);
        assertThat(desk.get("/members").body()).doesNotContain("href=\"/guestbook\"");
        assertThat(greffon.ask("guestbook:list", PATIENCE).status()).isNotZero();

        greffon.console("feature:install greffon-guestbook/0.2.0");

        greffon.await("/api/guestbook/v1/entries", 401);
        assertThat(desk.get("/guestbook").body()).contains(WORD);

        greffon.console("feature:uninstall greffon-guestbook/0.2.0");

        assertThat(desk.get("/guestbook").statusCode()).isEqualTo(404);
    }

    private void removedWithWhatItStandsOn() {
        greffon.console("greffon:install guestbook 0.2.0");
        ConsoleAnswer refused = greffon.ask("greffon:remove members", PATIENCE);

        assertThat(refused.status()).as(refused.output()).isNotZero();
        assertThat(refused.output()).contains("guestbook");
        assertThat(desk.get("/members").statusCode()).isEqualTo(200);

        traffic.rest("members read", "members page", "members write", "guestbook");
        greffon.console("greffon:remove --with-dependents members");

        assertThat(desk.get("/members").statusCode()).isEqualTo(404);
        assertThat(desk.get("/guestbook").statusCode()).isEqualTo(404);
        assertThat(referent.get("/admin/modules").statusCode()).isEqualTo(200);

        greffon.console("greffon:install guestbook 0.2.0");

        assertThat(desk.get("/guestbook").body()).contains(WORD);
        assertThat(desk.get("/api/members/v1/members?q=marchand").body()).contains("Inès");
        traffic.goOn();
    }

    private void purged() {
        String output = greffon.console("greffon:purge --yes guestbook");

        assertThat(output).contains(".zip");
        assertThat(greffon.directory().resolve("data/greffon/archive")).isDirectoryContaining("glob:**guestbook*.zip");

        greffon.console("greffon:install guestbook 0.2.0");

        assertThat(desk.get("/guestbook").body()).doesNotContain(WORD);
        greffon.console("greffon:remove guestbook");
    }

    private void saidBeforehandThatItCannotCome() {
        greffon.console("feature:repo-add " + LackingModule.write(greffon.directory()));

        String listed = greffon.console("greffon:modules");
        long patience = System.nanoTime() + PATIENCE.toNanos();
        while (!listed.contains(LackingModule.LACKS) && System.nanoTime() < patience) {
            traffic.awaitMore("members read", 20);
            listed = greffon.console("greffon:modules");
        }

        assertThat(listed).containsPattern(LackingModule.ID + ".*" + LackingModule.LACKS);
        assertThat(Jsoup.parse(referent.get("/admin/modules").body())
                        .select("#" + LackingModule.ID)
                        .text())
                .contains("Disponible, ne peut pas être installé")
                .contains("Il lui manque " + LackingModule.LACKS);
        ConsoleAnswer refused = greffon.ask("greffon:install " + LackingModule.ID, PATIENCE);
        assertThat(refused.status()).as(refused.output()).isNotZero();
        assertThat(refused.output()).contains(LackingModule.LACKS).doesNotContain("\tat ", "osgi.wiring");
    }

    private void nobodyElseNoticed() {
        assertThat(traffic.answers("web")).containsOnlyKeys("200");
        assertThat(traffic.answers("core")).containsOnlyKeys("200");
        assertThat(traffic.created()).isPositive();
        assertThat(desk.get("/api/members/v1/members?q=Passante&count=exact").body())
                .containsPattern("\"total\":\\{\"[a-z]+\":" + traffic.created() + ",");
    }
}
