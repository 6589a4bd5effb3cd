package coop.greffon.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import coop.greffon.itests.distribution.Client;
import coop.greffon.itests.distribution.DemoPerson;
import coop.greffon.itests.distribution.RunningDistribution;
import coop.greffon.itests.distribution.SharedDistribution;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A program reads who works and where each stands, and a member's own program where one stands oneself. */
@ExtendWith(SharedDistribution.class)
class StandingsApiIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String WORKERS = "/api/shifts/v1/members";

    private static JsonNode read(HttpResponse<String> answer) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    @Test
    void aFilterLeavesOnlyWhoFits(RunningDistribution greffon) throws IOException {
        Client referent = greffon.as(DemoPerson.REFERENT);

        JsonNode flying = read(referent.get(WORKERS + "?track=FLYING&size=200"));
        JsonNode fixed = read(referent.get(WORKERS + "?track=FIXED&size=200"));
        JsonNode exempt = read(referent.get(WORKERS + "?track=EXEMPT&size=200"));

        assertThat(flying.path("rows"))
                .isNotEmpty()
                .allSatisfy(row ->
                        assertThat(row.path("worker").path("track").asText()).isEqualTo("FLYING"));
        assertThat(flying.path("rows").get(0).path("name").asText()).isNotBlank();
        long all = read(referent.get(WORKERS)).path("total").asLong();
        assertThat(flying.path("total").asLong()
                        + fixed.path("total").asLong()
                        + exempt.path("total").asLong())
                .isEqualTo(all);
    }

    @Test
    void aStandingThatDoesNotExistIsRefusedByName(RunningDistribution greffon) {
        HttpResponse<String> answer = greffon.as(DemoPerson.REFERENT).get(WORKERS + "?standing=HAPPY");

        assertThat(answer.statusCode()).isBetween(400, 422);
        assertThat(answer.body()).contains("standing", "HAPPY");
    }

    @Test
    void oneReadsOfOneselfWhatTheDeskReads(RunningDistribution greffon) throws IOException {
        Client member = greffon.as(DemoPerson.MEMBER);
        long id = read(member.get("/api/members/v1/me")).path("id").asLong();

        JsonNode own = read(member.get("/api/shifts/v1/me/status"));
        JsonNode atTheDesk = read(greffon.as(DemoPerson.REFERENT).get(WORKERS + "/" + id + "/status"));

        assertThat(own.path("code")).isEqualTo(atTheDesk.path("code"));
        assertThat(own.path("balances")).isEqualTo(atTheDesk.path("balances"));
        assertThat(own.path("explanation")).isNotEmpty().hasSameSizeAs(atTheDesk.path("explanation"));
    }

    @Test
    void oneSeesWhereOneStoodOnAnotherDay(RunningDistribution greffon) throws IOException {
        Client member = greffon.as(DemoPerson.MEMBER);
        long id = read(member.get("/api/members/v1/me")).path("id").asLong();
        LocalDate day = LocalDate.now().minusDays(60);

        Document own = Jsoup.parse(member.get("/shifts/mine?on=" + day).body());
        Document atTheDesk = Jsoup.parse(greffon.as(DemoPerson.REFERENT)
                .get("/shifts/members/" + id + "?on=" + day)
                .body());

        assertThat(own.select("input[name=on]").val()).isEqualTo(day.toString());
        assertThat(own.select(".panel .facts").first().text())
                .isEqualTo(atTheDesk.select(".panel .facts").first().text());
        assertThat(own.select(".panel h2").eachText())
                .anyMatch(title -> title.contains(day.format(DateTimeFormatter.ofPattern("dd/MM/uuuu"))));
    }

    @Test
    void aDayThatIsNoneIsRefusedByName(RunningDistribution greffon) {
        HttpResponse<String> answer = greffon.as(DemoPerson.MEMBER).get("/shifts/mine?on=2026-02-30");

        assertThat(answer.statusCode()).isBetween(400, 422);
        assertThat(answer.body()).contains("2026-02-30");
    }
}
