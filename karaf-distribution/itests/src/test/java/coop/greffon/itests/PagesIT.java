package coop.greffon.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import coop.greffon.itests.browser.Browser;
import coop.greffon.itests.browser.BrowserTest;
import coop.greffon.itests.browser.PageQuality;
import coop.greffon.itests.browser.Visit;
import coop.greffon.itests.distribution.Client;
import coop.greffon.itests.distribution.DemoPerson;
import coop.greffon.itests.distribution.RunningDistribution;
import coop.greffon.itests.site.Route;
import coop.greffon.itests.site.Routes;
import coop.greffon.itests.site.Site;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every page that links lead to, on a phone and on a desk, by day and by night, in French and in English. */
@BrowserTest
@TestInstance(Lifecycle.PER_CLASS)
class PagesIT {
    private static final String FILE = "Nom,Prénom,Statut\nVerdier,Ada,membre\nVerdier,,peut-être\n";

    /** No pages: files, what monitors read, what only leads elsewhere. */
    private static final Set<String> NO_PAGES = Set.of(
            "/members/import/{id: \\d+}/faulty.{format: csv|xlsx|ods}",
            "/members/{id: \\d+}/photo",
            "/members/me/data",
            "/members/me/photo",
            "/https/authority.crt",
            "/shifts/feed/{secret}.ics",
            "/shifts/feed/jobs/{secret}.ics",
            "/shifts/sheets/print/week.pdf",
            "/shifts/sheets/print/day.pdf",
            "/shifts/sheets/print/{id: \\d+}.pdf",
            "/activate",
            "/metrics",
            "/healthz");

    /** Reached once only, by a secret, an act or a device: in the tests of those. */
    private static final Set<String> ELSEWHERE = Set.of(
            "/setup/{secret}",
            "/activate/{secret}",
            "/admin/modules/operations/{operation}",
            "/device",
            "/shifts/holds/{id: \\d+}");

    /** The record of somebody with a household, cards and a photo comes before others that links would lead to. */
    private static final List<String> FROM =
            List.of("/members/128", "/", "/sign-in", "/password", "/search?q=ma", "/members/import", "/help/problems");

    private List<Route> routes;
    private Site site;

    @BeforeAll
    void walk(RunningDistribution greffon) throws InterruptedException, IOException {
        routes = Routes.of(greffon.directory());
        Client referent = greffon.as(DemoPerson.REFERENT);
        referent.send("POST", "/api/core/v1/devices", "{\"name\":\"Borne de l’entrée\",\"role\":\"desk\"}");
        importFile(referent);
        makeSlots(referent);
        askForLeave(greffon.as(DemoPerson.MEMBER));
        askForASeat(referent);
        greffon.console("greffon:accounts --role desk --send add zoe@example.org \"Zoé Verdier\"");
        // Today no shift may take place.
        LocalDate tuesday = LocalDate.now(ZoneId.of("Europe/Paris")).with(TemporalAdjusters.next(DayOfWeek.TUESDAY));
        List<String> from = new ArrayList<>(FROM);
        from.add("/shifts/sheets?on=" + tuesday);
        site = Site.walk(referent, routes, from);
    }

    /** One that lasts, with somebody's place, one that ended, and a closure: a page of each kind is reached by links. */
    private static void makeSlots(Client referent) {
        String slot = "{\"job\":\"Réception\",\"weekday\":\"TUESDAY\",\"starts\":\"06:30\",\"ends\":\"09:00\","
                + "\"worth\":100,\"minimum\":2,\"seats\":6,\"leaders\":1,\"wanted\":{\"transpalette\":2},"
                + "\"from\":\"2026-01-01\"";
        String address = referent.send("POST", "/api/shifts/v1/templates", slot + "}")
                .headers()
                .firstValue("Location")
                .orElseThrow()
                .replaceFirst("^https?://[^/]+", "");
        String member = "{\"track\":\"FIXED\",\"start\":\"2026-11-01\"}";
        referent.send("POST", "/api/shifts/v1/members/128/enrolment", member);
        referent.send("POST", address + "/places", "{\"memberId\":128,\"from\":\"2026-11-01\"}");
        referent.send("POST", "/api/shifts/v1/templates", slot + ",\"to\":\"2026-06-30\"}");
        LocalDate closed = LocalDate.now(ZoneId.of("Europe/Paris")).plusDays(60);
        referent.send(
                "POST",
                "/api/shifts/v1/closures",
                "{\"from\":\"" + closed + "\",\"to\":\"" + closed.plusDays(1)
                        + "\",\"reason\":\"Inventaire\",\"makeUps\":1}");
    }

    private static void askForLeave(Client member) {
        LocalDate away = LocalDate.now(ZoneId.of("Europe/Paris")).plusDays(200);
        member.send(
                "POST",
                "/api/shifts/v1/me/leave-requests",
                "{\"kind\":\"HOLIDAY\",\"from\":\"" + away + "\",\"to\":\"" + away + "\"}");
    }

    /** Somebody is asked to come instead of the referent, and another seat is offered for one of somebody else. */
    private static void askForASeat(Client referent) throws IOException {
        JsonNode seats = new ObjectMapper()
                .readTree(referent.get("/api/shifts/v1/me/bookings").body());
        LocalDate soon = LocalDate.now(ZoneId.of("Europe/Paris")).plusDays(3);
        List<String> own = new ArrayList<>();
        for (JsonNode seat : seats) {
            boolean isLate = LocalDate.parse(seat.path("day").asText()).isBefore(soon);
            if (!isLate && seat.path("state").asText().equals("BOOKED")) {
                own.add("{\"bookingId\":" + seat.path("id").asLong());
            }
        }
        assertThat(own).as("seats to come of the referent: %s", seats).hasSizeGreaterThan(1);
        referent.send("POST", "/api/shifts/v1/me/requests", own.get(0) + ",\"number\":\"7\"}");
        referent.send("POST", "/api/shifts/v1/me/exchanges", own.get(1) + "}");
    }

    private static void importFile(Client desk) throws InterruptedException {
        String address = desk.send("POST", "/api/members/v1/imports?name=people.csv", "text/csv", FILE)
                .headers()
                .firstValue("Location")
                .orElseThrow()
                .replaceFirst("^https?://[^/]+", "");
        desk.send("POST", address + "/check", "{}");
        while (desk.get(address).body().contains("CHECKING")) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    @Test
    void linksLeadSomewhere() {
        // The mails of other tests hold links that worked once.
        assertThat(site.broken().keySet()).allMatch(path -> path.startsWith("/activate/"));
    }

    @Test
    void everyPageIsReachedByLinks() {
        Set<String> reached =
                site.pages().keySet().stream().map(Route::template).collect(Collectors.toSet());

        assertThat(routes)
                .filteredOn(route -> route.method().equals("GET") && !route.isForPrograms())
                .extracting(Route::template)
                .filteredOn(template -> !NO_PAGES.contains(template) && !ELSEWHERE.contains(template))
                .allSatisfy(template -> assertThat(reached).contains(template));
    }

    @Test
    void everyPageIsGoodOnAPhone(Browser browser) {
        try (Visit phone = browser.onPhone()) {
            phone.signIn(DemoPerson.REFERENT);
            for (Map.Entry<Route, String> page : site.pages().entrySet()) {
                open(phone, page, "-360");
                assertGood(phone);
            }
        }
    }

    @Test
    void everyPageIsGoodOnADesk(Browser browser) {
        try (Visit desktop = browser.onDesktop()) {
            desktop.signIn(DemoPerson.REFERENT);
            for (Map.Entry<Route, String> page : site.pages().entrySet()) {
                open(desktop, page, "-1280");
                assertGood(desktop);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/members", "/members/{id: \\d+}", "/members/new", "/admin/modules", "/admin/audit"})
    void pagesAreReadableInTheDark(String template, Browser browser) {
        try (Visit dark = browser.inTheDark()) {
            dark.signIn(DemoPerson.REFERENT);
            site.pages().entrySet().stream()
                    .filter(page -> page.getKey().template().equals(template))
                    .forEach(page -> {
                        open(dark, page, "-dark");
                        PageQuality.assertAccessible(dark);
                    });
        }
    }

    private static void assertGood(Visit visit) {
        PageQuality.assertFitsTheScreen(visit);
        PageQuality.assertLight(visit);
        PageQuality.assertAccessible(visit);
    }

    private static void open(Visit visit, Map.Entry<Route, String> page, String kind) {
        assertThat(visit.open(page.getValue())).as(page.getValue()).isEqualTo(200);
        visit.screenshot("page" + page.getKey().template().replaceAll("[^a-z]+", "-") + kind);
    }
}
