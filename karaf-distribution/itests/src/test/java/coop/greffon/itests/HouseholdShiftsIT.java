package coop.greffon.itests;

import static coop.greffon.itests.ShiftStories.JSON;
import static coop.greffon.itests.ShiftStories.TODAY;
import static coop.greffon.itests.ShiftStories.ask;
import static coop.greffon.itests.ShiftStories.browser;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import coop.greffon.itests.distribution.Client;
import coop.greffon.itests.distribution.DemoPerson;
import coop.greffon.itests.distribution.RunningDistribution;
import coop.greffon.itests.distribution.SharedDistribution;
import coop.greffon.itests.distribution.TextBrowser;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two partners who share one account of shifts, each signed in as themselves. */
@ExtendWith(SharedDistribution.class)
class HouseholdShiftsIT {
    private static final String PASSWORD = "courgette-tournesol-17";
    private static final String API = "/api/shifts/v1";

    private static String mail(String given) {
        return given + ".courtois@example.org";
    }

    private static long member(Client referent, String given) throws IOException {
        String person = "{\"details\":{\"kind\":\"PERSON\",\"givenName\":\"" + given + "\",\"familyName\":\"Courtois\","
                + "\"mails\":[{\"address\":\"" + mail(given) + "\"}]},"
                + "\"statuses\":[{\"status\":\"MEMBER\",\"on\":\"2024-03-04\"}]}";
        HttpResponse<String> added = referent.send("POST", "/api/members/v1/members", person);
        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        return JSON.readTree(added.body()).path("id").asLong();
    }

    /** The holder first. */
    private static void together(Client referent, long holder, long partner) throws IOException {
        HttpResponse<String> founded = referent.send(
                "POST", "/api/members/v1/households", "{\"holderId\":" + holder + ",\"from\":\"2024-03-04\"}");
        assertThat(founded.statusCode()).as(founded.body()).isEqualTo(201);
        long household = JSON.readTree(founded.body()).path("id").asLong();
        ask(
                referent,
                "POST",
                "/api/members/v1/households/" + household + "/people",
                "{\"memberId\":" + partner + ",\"role\":\"WORKER\",\"from\":\"2024-03-04\"}");
    }

    /** Opens the account from the mail. */
    private static Client signedIn(RunningDistribution greffon, long member, String given) throws IOException {
        Client referent = greffon.as(DemoPerson.REFERENT);
        ask(referent, "POST", "/api/members/v1/members/" + member + "/account/invitation", "");
        TextBrowser mails = browser(greffon, DemoPerson.REFERENT);
        mails.open("/admin/mails?q=" + given + ".courtois");
        mails.open(mails.page().selectFirst("tbody th a").attr("href"));
        String link = mails.page().selectFirst("a[href*='/activate/']").attr("href");
        TextBrowser phone = greffon.textBrowser();
        phone.open(link.substring(link.indexOf("/activate/")));
        phone.submit("main form", Map.of("password", PASSWORD));
        return greffon.signedIn(mail(given), PASSWORD);
    }

    private static void changeRules(TextBrowser referent, Map<String, String> change) {
        referent.open("/shifts/rules/single?track=FLYING");
        referent.submit("main form", change);
        referent.submit("main form", Map.of("confirmed", "true"));
        assertThat(referent.status()).isEqualTo(200);
    }

    @Test
    void twoPartnersShareOneAccount(RunningDistribution greffon) throws IOException {
        Client referent = greffon.as(DemoPerson.REFERENT);
        long lise = member(referent, "lise");
        long theo = member(referent, "theo");
        together(referent, lise, theo);
        TextBrowser office = browser(greffon, DemoPerson.REFERENT);
        changeRules(office, Map.of("DUTY", "HOUSEHOLD"));
        try {
            oneIsEnrolledForBoth(referent, office, lise, theo);
            Client asLise = signedIn(greffon, lise, "lise");
            Client asTheo = signedIn(greffon, theo, "theo");
            LocalDate day = addSlotThatBegins(referent);
            bothComeAndAreCounted(referent, asTheo, lise, theo, day);
            bothAreBookedAndALeaveOfOneFreesBoth(referent, asLise, asTheo);
        } finally {
            try {
                endSlots(referent);
            } finally {
                changeRules(office, Map.of("reset", "true"));
            }
        }
    }

    private static void endSlots(Client referent) throws IOException {
        for (JsonNode slot : ask(referent, "GET", API + "/templates", null)) {
            if (slot.path("job").asText().equals("Partage")) {
                String end = API + "/templates/" + slot.path("id").asLong() + "/end";
                String on = slot.path("from").asText();
                assertThat(referent.send("POST", end, "{\"on\":\"" + on + "\"}").statusCode())
                        .isEqualTo(200);
            }
        }
    }

    private static void oneIsEnrolledForBoth(Client referent, TextBrowser office, long lise, long theo)
            throws IOException {
        assertThat(office.open("/shifts/members/" + lise).text()).contains("et aussi celui de theo Courtois");
        String enrolment = "{\"track\":\"FLYING\",\"start\":\"" + TODAY + "\"}";
        ask(referent, "POST", API + "/members/" + lise + "/enrolment", enrolment);
        HttpResponse<String> second = referent.send("POST", API + "/members/" + theo + "/enrolment", enrolment);
        assertThat(second.statusCode()).as(second.body()).isEqualTo(422);
        assertThat(second.body()).contains("au nom de lise Courtois");
    }

    /** In three minutes, which may be tomorrow, and then each week: its sheet is open. */
    private static LocalDate addSlotThatBegins(Client referent) throws IOException {
        LocalDateTime starts = LocalDateTime.now(ZoneId.of("Europe/Paris"))
                .truncatedTo(ChronoUnit.MINUTES)
                .plusMinutes(3);
        LocalDate day = starts.toLocalDate();
        HttpResponse<String> added = referent.send(
                "POST",
                API + "/templates",
                "{\"job\":\"Partage\",\"weekday\":\"" + day.getDayOfWeek() + "\",\"starts\":\""
                        + starts.toLocalTime() + "\",\"ends\":\""
                        + starts.plusMinutes(30).toLocalTime()
                        + "\",\"worth\":100,\"minimum\":1,\"seats\":4,\"leaders\":0,\"from\":\"" + day + "\"}");
        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        return day;
    }

    /** The shifts of that job, the earliest first. */
    private static List<JsonNode> shifts(Client client) throws IOException {
        JsonNode all = ask(client, "GET", API + "/shifts?from=" + TODAY + "&to=" + TODAY.plusDays(15), null);
        return StreamSupport.stream(all.spliterator(), false)
                .filter(shift -> shift.path("job").asText().equals("Partage"))
                .toList();
    }

    private static void bothComeAndAreCounted(Client referent, Client asTheo, long lise, long theo, LocalDate day)
            throws IOException {
        String sheet = API + "/shifts/" + shifts(referent).get(0).path("id").asLong() + "/walk-ins";
        ask(referent, "POST", sheet, "{\"memberId\":" + lise + "}");
        ask(referent, "POST", sheet, "{\"memberId\":" + theo + "}");

        JsonNode account = ask(asTheo, "GET", API + "/me/status?on=" + day, null);
        assertThat(account.at("/balances/MAIN").asLong()).as(account.toString()).isEqualTo(200);
        assertThat(ask(referent, "GET", API + "/members/" + lise + "/status?on=" + day, null)
                        .at("/balances/MAIN")
                        .asLong())
                .isEqualTo(200);
    }

    /** Who comes to a shift, as somebody of the two is told it. */
    private static List<String> coming(Client client, long shift) throws IOException {
        JsonNode seats = ask(client, "GET", API + "/me/bookings", null);
        return StreamSupport.stream(seats.spliterator(), false)
                .filter(seat -> seat.path("shiftId").asLong() == shift)
                .map(seat ->
                        seat.path("comes").asText() + " " + seat.path("state").asText())
                .sorted()
                .toList();
    }

    private static void bothAreBookedAndALeaveOfOneFreesBoth(Client referent, Client asLise, Client asTheo)
            throws IOException {
        JsonNode next = shifts(referent).get(1);
        long shift = next.path("id").asLong();
        ask(asLise, "POST", API + "/me/bookings", "{\"shiftId\":" + shift + ",\"comes\":\"PARTNER\"}");
        assertThat(coming(asTheo, shift)).containsExactly("THEMSELVES BOOKED");
        ask(asLise, "POST", API + "/me/bookings", "{\"shiftId\":" + shift + ",\"comes\":\"BOTH\"}");
        assertThat(coming(asTheo, shift)).containsExactly("PARTNER BOOKED", "THEMSELVES BOOKED");

        String day = next.path("day").asText();
        String leave = "{\"kind\":\"HOLIDAY\",\"from\":\"" + day + "\",\"to\":\"" + day + "\",\"note\":\"mariage\"}";
        JsonNode asked = ask(asTheo, "POST", API + "/me/leave-requests", leave);
        assertThat(asked.toString()).contains("HOLIDAY", "mariage");
        assertThat(ask(asLise, "GET", API + "/me/leave-requests", null).toString())
                .contains(day)
                .doesNotContain("HOLIDAY", "mariage");
        long request = asked.get(0).path("id").asLong();
        ask(referent, "POST", API + "/leave-requests/" + request + "/approve", "");

        assertThat(coming(asLise, shift)).containsExactly("PARTNER AWAY", "THEMSELVES AWAY");
        JsonNode mails = ask(referent, "GET", "/api/core/v1/mails", null).path("mails");
        assertThat(mails)
                .filteredOn(letter -> letter.path("title").asText().contains("places rendues pendant un congé"))
                .extracting(letter -> letter.path("address").asText())
                .contains(mail("lise"), mail("theo"));
    }
}
