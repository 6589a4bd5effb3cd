package coop.greffon.itests;

import static coop.greffon.itests.ShiftStories.JSON;
import static coop.greffon.itests.ShiftStories.TODAY;
import static coop.greffon.itests.ShiftStories.browser;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import coop.greffon.itests.distribution.Client;
import coop.greffon.itests.distribution.DemoPerson;
import coop.greffon.itests.distribution.RunningDistribution;
import coop.greffon.itests.distribution.SharedDistribution;
import coop.greffon.itests.distribution.TextBrowser;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Shifts that go from one person to another: Inès, who flies, and Gwenaël, who has a fixed place. */
@ExtendWith(SharedDistribution.class)
class ShiftsBetweenPeopleIT {
    private static JsonNode get(Client client, String path) throws IOException {
        return JSON.readTree(client.get(path).body());
    }

    /** A seat that Inès takes, on the n-th day after today on which one is free for both of them. */
    private static long seat(RunningDistribution greffon, int after) throws IOException {
        Client ines = greffon.as(DemoPerson.MEMBER);
        for (int day = after; day < 80; day++) {
            LocalDate on = TODAY.plusDays(day);
            for (JsonNode shift : get(ines, "/api/shifts/v1/shifts?from=" + on + "&to=" + on)) {
                long id = shift.path("id").asLong();
                if (shift.path("taken").asInt() < shift.path("seats").asInt() - 1
                        && ines.send("POST", "/api/shifts/v1/me/bookings", "{\"shiftId\":" + id + "}")
                                        .statusCode()
                                == 200) {
                    return booked(ines, id);
                }
            }
        }
        throw new AssertionError("No shift is free");
    }

    private static long booked(Client client, long shift) throws IOException {
        for (JsonNode seat : get(client, "/api/shifts/v1/me/bookings")) {
            if (seat.path("shiftId").asLong() == shift
                    && seat.path("state").asText().equals("BOOKED")) {
                return seat.path("id").asLong();
            }
        }
        throw new AssertionError("Not booked: " + shift);
    }

    @Test
    void whoeverIsAskedByNumberSaysYesAndComesInstead(RunningDistribution greffon) throws IOException {
        long seat = seat(greffon, 5);
        TextBrowser ines = browser(greffon, DemoPerson.MEMBER);
        ines.open("/shifts/mine/" + seat);
        assertThat(ines.page().text()).contains("Demander à quelqu’un", "Échanger avec quelqu’un");
        ines.open("/shifts/requests/ask/" + seat);
        ines.submit("main form", Map.of("number", "99999"));
        assertThat(ines.status()).isEqualTo(422);
        assertThat(ines.page().select("#number").attr("aria-invalid")).isEqualTo("true");
        ines.submit("main form", Map.of("number", "12"));
        assertThat(ines.page().text()).contains("La personne est prévenue", "Gwenaël L.", "en attente");
        assertThat(ines.page().selectFirst("main").text())
                .as("before he says yes")
                .doesNotContain("Le Bris");

        TextBrowser gwenael = browser(greffon, DemoPerson.REFERENT);
        gwenael.open("/shifts/mine");
        assertThat(gwenael.page().text()).contains("Inès Marchand vous demande de venir à sa place");
        gwenael.open(gwenael.page()
                .selectFirst("li:contains(Inès Marchand) a[href^='/shifts/requests/']")
                .attr("href"));
        gwenael.submit("main form[action$='/accept']", Map.of());
        assertThat(gwenael.page().text()).contains("vous venez à sa place");
        assertThat(get(greffon.as(DemoPerson.MEMBER), "/api/shifts/v1/me/bookings")
                        .toString())
                .contains("TAKEN_OVER");
    }

    @Test
    void twoExchangeTheirSeats(RunningDistribution greffon) throws IOException {
        long given = seat(greffon, 12);
        Client ines = greffon.as(DemoPerson.MEMBER);
        Client gwenael = greffon.as(DemoPerson.REFERENT);
        TextBrowser browser = browser(greffon, DemoPerson.MEMBER);
        browser.open("/shifts/exchanges/offer/" + given);
        browser.submit("main form", Map.of("number", "12"));
        assertThat(browser.page().text()).contains("Votre place est proposée", "à Gwenaël L.");
        String path = URI.create(browser.page().location()).getPath();

        TextBrowser other = browser(greffon, DemoPerson.REFERENT);
        other.open(path);
        String own = other.page().select("select[name=booking] option").stream()
                .map(option -> option.val())
                .filter(value -> !value.isBlank())
                .findFirst()
                .orElseThrow();
        other.submit("main form[action$='/answers']", Map.of("booking", own));
        assertThat(other.page().text()).contains("peut confirmer");
        browser.open(path);
        browser.submit("main form[action$='/confirm']", Map.of());
        assertThat(browser.page().text()).contains("C’est échangé");

        String exchange = "/api/shifts/v1/me" + path.substring("/shifts".length());
        assertThat(get(ines, exchange).path("state").asText()).isEqualTo("DONE");
        assertThat(get(gwenael, exchange).at("/answers/0/state").asText()).isEqualTo("DONE");
    }

    @Test
    void thePoolShowsWhatItHoldsAndTheCoordinationWhoAsks(RunningDistribution greffon) throws IOException {
        TextBrowser ines = browser(greffon, DemoPerson.MEMBER);
        assertThat(ines.open("/shifts/pool").text()).contains("Le pot contient", "Donner", "Demander");
        assertThat(greffon.as(DemoPerson.MEMBER).get("/shifts/pool-requests").statusCode())
                .isEqualTo(403);
        TextBrowser referent = browser(greffon, DemoPerson.REFERENT);
        referent.open("/shifts/members");
        assertThat(referent.page().select("a[href='/shifts/pool-requests']")).isNotEmpty();
        assertThat(referent.open("/shifts/pool-requests").text()).contains("Qui demande");

        JsonNode held = get(greffon.as(DemoPerson.MEMBER), "/api/shifts/v1/pool");
        assertThat(held.path("unit").asText()).isEqualTo("HUNDREDTHS_OF_A_SHIFT");
        assertThat(greffon.as(DemoPerson.MEMBER)
                        .send("POST", "/api/shifts/v1/pool/gifts", "{\"amount\":-100}")
                        .statusCode())
                .isEqualTo(422);
    }

    /**
     * A slot of every week is written down twenty days ahead, and then ninety: four weeks after the seat that Inès took on it, the same one is
     * kept for her and nobody else.
     */
    @Test
    void theSameSeatIsKeptForWhoeverHadItACycleEarlier(RunningDistribution greffon) throws IOException {
        LocalDate first = TODAY.plusDays(2);
        LocalDate then = first.plusWeeks(4);
        greffon.console("greffon:settings set shifts daysAhead 20");
        greffon.console("greffon:settings set shifts holdDays 3");
        try {
            Client referent = greffon.as(DemoPerson.REFERENT);
            Client ines = greffon.as(DemoPerson.MEMBER);
            String slot = "{\"job\":\"Fournil\",\"weekday\":\"" + first.getDayOfWeek() + "\",\"starts\":\"5:00\","
                    + "\"ends\":\"6:00\",\"worth\":100,\"minimum\":1,\"seats\":1,\"leaders\":0,\"from\":\"" + TODAY
                    + "\"}";
            assertThat(referent.send("POST", "/api/shifts/v1/templates", slot).statusCode())
                    .isEqualTo(201);
            String taken = "{\"shiftId\":" + shift(ines, "Fournil", first) + "}";
            assertThat(ines.send("POST", "/api/shifts/v1/me/bookings", taken).statusCode())
                    .isEqualTo(200);

            greffon.console("greffon:settings set shifts daysAhead 90");
            greffon.console("shifts:generate");

            JsonNode held = get(ines, "/api/shifts/v1/me/holds");
            assertThat(held).hasSize(1);
            assertThat(held.at("/0/day").asText()).isEqualTo(then.toString());
            assertThat(get(referent, "/api/shifts/v1/me/holds")).isEmpty();
            String same = "{\"shiftId\":" + held.at("/0/shiftId").asLong() + "}";
            assertThat(referent.send("POST", "/api/shifts/v1/me/bookings", same).statusCode())
                    .as("for somebody else it is full")
                    .isNotEqualTo(200);
            TextBrowser browser = browser(greffon, DemoPerson.MEMBER);
            browser.open("/shifts/mine");
            assertThat(browser.page()
                            .select("a[href='/shifts/holds/" + held.at("/0/id").asLong() + "']"))
                    .hasSize(1);
            browser.open("/shifts/holds/" + held.at("/0/id").asLong());
            browser.submit("main form[action$='/accept']", Map.of());

            assertThat(booked(ines, held.at("/0/shiftId").asLong())).isPositive();
            assertThat(get(ines, "/api/shifts/v1/me/holds")).isEmpty();
        } finally {
            greffon.console("greffon:settings set shifts holdDays 0");
            greffon.console("greffon:settings set shifts daysAhead 90");
        }
    }

    private static long shift(Client client, String job, LocalDate on) throws IOException {
        for (JsonNode shift : get(client, "/api/shifts/v1/shifts?from=" + on + "&to=" + on)) {
            if (shift.path("job").asText().equals(job)) {
                return shift.path("id").asLong();
            }
        }
        throw new AssertionError("No " + job + " on " + on);
    }
}
