package coop.greffon.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import coop.greffon.itests.distribution.Client;
import coop.greffon.itests.distribution.DemoPerson;
import coop.greffon.itests.distribution.RunningDistribution;
import coop.greffon.itests.distribution.TextBrowser;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;

/** What the stories of shifts have in common: who signs in, and what programs ask. */
final class ShiftStories {
    static final ObjectMapper JSON = new ObjectMapper();
    static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Paris"));

    private ShiftStories() {}

    static long idOf(Client desk, String words) throws IOException {
        HttpResponse<String> found = desk.get("/api/members/v1/members?q=" + words);
        return JSON.readTree(found.body()).at("/rows/0/id").asLong();
    }

    static TextBrowser browser(RunningDistribution greffon, DemoPerson person) {
        TextBrowser browser = greffon.textBrowser();
        browser.open("/sign-in");
        browser.submit("main form", Map.of("login", person.login(), "password", greffon.passwordOf(person)));
        return browser;
    }

    static JsonNode ask(Client client, String method, String path, String body) throws IOException {
        HttpResponse<String> answer = method.equals("GET") ? client.get(path) : client.send(method, path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }
}
