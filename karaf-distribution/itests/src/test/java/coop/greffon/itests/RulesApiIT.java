package coop.greffon.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import coop.greffon.itests.distribution.Client;
import coop.greffon.itests.distribution.DemoPerson;
import coop.greffon.itests.distribution.RunningDistribution;
import coop.greffon.itests.distribution.SharedDistribution;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of the co-op and what the pictures are drawn from, asked for by programs. */
@ExtendWith(SharedDistribution.class)
class RulesApiIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String RULES = "/api/shifts/v1/rules";
    private static final String FLYING_IN_ALERT = "/api/shifts/v1/members?standing=ALERT&track=FLYING&size=100";
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Paris"));

    private static JsonNode get(Client client, String path) throws IOException {
        HttpResponse<String> answer = client.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    /** What holds, as it is sent to be chosen. */
    private static ObjectNode chosen(JsonNode inForce) {
        ObjectNode chosen = JSON.createObjectNode();
        chosen.set("fixedRules", inForce.at("/fixed/preset"));
        chosen.set("fixedChanges", inForce.at("/fixed/changes").deepCopy());
        chosen.set("flyingRules", inForce.at("/flying/preset"));
        chosen.set("flyingChanges", inForce.at("/flying/changes").deepCopy());
        chosen.set("firstWeek", inForce.path("firstWeek"));
        chosen.set("cycleWeeks", inForce.path("cycleWeeks"));
        chosen.set("revision", inForce.path("revision"));
        return chosen;
    }

    @Test
    void theEightSetsAreOfferedAndWhatHoldsMayBeChosenAgain(RunningDistribution greffon) throws IOException {
        Client referent = greffon.as(DemoPerson.REFERENT);
        JsonNode before = get(referent, RULES);

        assertThat(before.path("presets")).hasSize(8);
        assertThat(before.at("/flying/preset").asText()).isEqualTo("BEES_FLYING");
        assertThat(before.at("/flying/unit").asText()).isEqualTo("HUNDREDTHS_OF_A_SHIFT");
        assertThat(before.at("/flying/values/CYCLE_DAYS").asText()).isEqualTo("28");
        HttpResponse<String> again = referent.send("PUT", RULES, chosen(before).toString());
        assertThat(again.statusCode()).as(again.body()).isEqualTo(200);
        assertThat(JSON.readTree(again.body())).isEqualTo(before);
    }

    /** An alert from three shifts on, over at two and a half: whoever lacks one or two would be up to date, and nobody else touched. */
    @Test
    void whoeverWouldStandOtherwiseIsToldBeforeAnythingIsSaved(RunningDistribution greffon)
            throws IOException, InterruptedException {
        Client referent = greffon.as(DemoPerson.REFERENT);
        JsonNode before = get(referent, RULES);
        Set<Long> expected = new HashSet<>();
        for (JsonNode worker : inAlert(referent)) {
            long id = worker.at("/worker/memberId").asLong();
            if (balance(referent, id) >= -250) {
                expected.add(id);
            }
        }
        ObjectNode milder = chosen(before);
        milder.withObject("/flyingChanges").put("ALERT_AT", "-300").put("ALERT_CLEARED", "-250");
        HttpResponse<String> answer = referent.send("POST", RULES + "/effects", milder.toString());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        Set<Long> touched = new HashSet<>();
        for (JsonNode change : JSON.readTree(answer.body()).path("changes")) {
            assertThat(change.path("after").asText()).isEqualTo("UP_TO_DATE");
            assertThat(balance(referent, change.path("memberId").asLong())).isBetween(-250L, -1L);
            if (change.path("before").asText().equals("ALERT")) {
                touched.add(change.path("memberId").asLong());
            }
        }
        assertThat(touched).isNotEmpty().isEqualTo(expected);
        assertThat(get(referent, RULES)).as("nothing is saved").isEqualTo(before);
    }

    /** The demo tells of them in the background. */
    private static JsonNode inAlert(Client client) throws IOException, InterruptedException {
        JsonNode rows = get(client, FLYING_IN_ALERT).path("rows");
        for (int asked = 0; asked < 300 && rows.isEmpty(); asked++) {
            TimeUnit.MILLISECONDS.sleep(100);
            rows = get(client, FLYING_IN_ALERT).path("rows");
        }
        return rows;
    }

    private static long balance(Client client, long member) throws IOException {
        return get(client, "/api/shifts/v1/members/" + member + "/status")
                .at("/balances/MAIN")
                .asLong();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/flyingChanges | {\"ALERT_DAYS\":\"400\"} | flyingChanges.ALERT_DAYS",
                "/flyingChanges | {\"ALERT_DAYS\":null} | flyingChanges.ALERT_DAYS",
                "/flyingChanges | {\"SEASON_MONTHS\":\"6\"} | flyingChanges.SEASON_MONTHS",
                "/revision | null | revision",
                "/cycleWeeks | 0 | cycleWeeks",
                "/cycleWeeks | 54 | cycleWeeks",
                "/firstWeek | null | firstWeek",
                "/fixedRules | \"NONE\" | fixedRules",
                "/flyingRules | \"ELEFAN\" | flyingRules"
            })
    void whatCannotBeChosenIsRefusedByItsField(String where, String value, String field, RunningDistribution greffon)
            throws IOException {
        Client referent = greffon.as(DemoPerson.REFERENT);
        JsonNode before = get(referent, RULES);
        ObjectNode wrong = chosen(before);
        wrong.set(where.substring(1), JSON.readTree(value));
        HttpResponse<String> answer = referent.send("PUT", RULES, wrong.toString());

        assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 422);
        assertThat(JSON.readTree(answer.body()).at("/errors/0/field").asText()).isEqualTo(field);
        assertThat(get(referent, RULES)).isEqualTo(before);
    }

    @Test
    void howFullTheDaysAreAddsUpToTheirShifts(RunningDistribution greffon) throws IOException {
        Client referent = greffon.as(DemoPerson.REFERENT);
        String days = "?from=" + TODAY.plusDays(1) + "&to=" + TODAY.plusDays(14);
        int shifts = 0;
        int seats = 0;
        for (JsonNode listed : get(referent, "/api/shifts/v1/shifts" + days)) {
            if (!listed.path("state").asText().equals("CANCELLED")) {
                shifts++;
                seats += listed.path("seats").asInt();
            }
        }
        int shiftsOfJobs = 0;
        int seatsOfJobs = 0;
        for (JsonNode staffing : get(referent, "/api/shifts/v1/statistics/staffing" + days)) {
            shiftsOfJobs += staffing.path("shifts").asInt();
            seatsOfJobs += staffing.path("seats").asInt();
        }
        assertThat(shiftsOfJobs).isPositive().isEqualTo(shifts);
        assertThat(seatsOfJobs).isPositive().isEqualTo(seats);
        assertThat(get(referent, "/api/shifts/v1/statistics/standings").isArray())
                .isTrue();
        assertThat(get(referent, "/api/shifts/v1/statistics/hours" + days))
                .as("of days to come")
                .isEmpty();
        assertThat(referent.get("/api/shifts/v1/statistics/hours?from=2026-12-24&to=2026-12-23")
                        .statusCode())
                .isEqualTo(422);
        assertThat(referent.get("/api/shifts/v1/statistics/staffing?from=2026-01-01&to=2028-01-01")
                        .statusCode())
                .isEqualTo(422);
    }
}
