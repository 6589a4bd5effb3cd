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
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Everybody is invited at once to open an online account, and nobody twice. */
@ExtendWith(SharedDistribution.class)
class InvitationsIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String INVITATIONS = "/api/members/v1/invitations";
    private static final int MOST_ATTEMPTS = 300;

    private static JsonNode read(HttpResponse<String> answer) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return JSON.readTree(answer.body());
    }

    private static long member(Client desk, String given) throws IOException {
        String person =
                "{\"details\":{\"kind\":\"PERSON\",\"givenName\":\"" + given + "\",\"familyName\":\"Verdoyant\","
                        + "\"mails\":[{\"address\":\"" + given + ".verdoyant@example.org\"}]},"
                        + "\"statuses\":[{\"status\":\"MEMBER\",\"on\":\"2024-03-04\"}]}";
        return read(desk.send("POST", "/api/members/v1/members", person))
                .path("id")
                .asLong();
    }

    private static String state(Client desk, long id) throws IOException {
        return read(desk.get("/api/members/v1/members/" + id + "/account"))
                .path("state")
                .asText();
    }

    private static JsonNode settled(Client desk) throws IOException, InterruptedException {
        JsonNode state = read(desk.get(INVITATIONS));
        for (int i = 0; i < MOST_ATTEMPTS && state.path("waiting").asLong() > 0; i++) {
            TimeUnit.MILLISECONDS.sleep(100);
            state = read(desk.get(INVITATIONS));
        }
        return state;
    }

    @Test
    void whoHasNoAccountIsInvitedAndNobodyTwice(RunningDistribution greffon) throws Exception {
        // Not the desk: within a minute, it could invite none of these people by hand.
        Client referent = greffon.as(DemoPerson.REFERENT);
        long ada = member(referent, "ada");
        long ugo = member(referent, "ugo");
        assertThat(read(referent.get(INVITATIONS)).path("uninvited").asInt()).isGreaterThanOrEqualTo(2);

        assertThat(referent.send("POST", INVITATIONS, "").statusCode()).isEqualTo(202);
        assertThat(referent.send("POST", INVITATIONS, "").statusCode()).isEqualTo(202);

        JsonNode state = settled(referent);
        assertThat(state.path("waiting").asLong()).as(state.toString()).isZero();
        assertThat(state.path("uninvited").asInt()).as(state.toString()).isZero();
        assertThat(state.path("sent").asInt()).as(state.toString()).isGreaterThanOrEqualTo(2);
        assertThat(state(referent, ada)).isEqualTo("INVITED");
        assertThat(state(referent, ugo)).isEqualTo("INVITED");
        String mails = referent.get("/api/core/v1/mails").body();
        assertThat(mails.split("ada\\.verdoyant@example\\.org", -1)).as(mails).hasSize(2);
        assertThat(greffon.console("members:invite")).isNotBlank();
        assertThat(referent.get("/members/invitations").body())
                .contains("/help/members/invitations")
                .contains("aucune invitation ne part");
    }

    @Test
    void twoClicksSendOneMail(RunningDistribution greffon) throws IOException {
        Client desk = greffon.as(DemoPerson.DESK);
        String invitation = "/api/members/v1/members/" + member(desk, "noa") + "/account/invitation";

        assertThat(read(desk.send("POST", invitation, "")).path("sent").asBoolean())
                .isTrue();
        assertThat(read(desk.send("POST", invitation, "")).path("sent").asBoolean(true))
                .isFalse();
    }
}
