package coop.greffon.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import coop.greffon.itests.distribution.Client;
import coop.greffon.itests.distribution.DemoPerson;
import coop.greffon.itests.distribution.RunningDistribution;
import coop.greffon.itests.distribution.SharedDistribution;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every address for programs of every module, as {@code /api/openapi.json} lists them: who may enter, and what happens to bad input.
 *
 * <p>Identifiers are made up, so that nothing is there to be changed.
 */
@ExtendWith(SharedDistribution.class)
@TestInstance(Lifecycle.PER_CLASS)
class AddressesIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PROBLEM = "application/problem+json";

    /** It would end the session the test itself is in. */
    private static final Set<String> LEFT_OUT = Set.of("DELETE /api/core/v1/sessions/current");

    private static final String JSON_TYPE = "application/json";

    private record Route(String method, String path, JsonNode operation) {
        boolean isOpen() {
            return !operation.has("security");
        }

        String permission() {
            return operation.path("x-permission").asText(null);
        }

        boolean takesBody() {
            return operation.has("requestBody");
        }

        /** What kind of body it takes: JSON, or the first other kind where it takes none. */
        String mediaType() {
            JsonNode kinds = operation.path("requestBody").path("content");
            return kinds.isEmpty() || kinds.has(JSON_TYPE)
                    ? JSON_TYPE
                    : kinds.fieldNames().next();
        }

        boolean changes() {
            return !method.equals("GET");
        }

        /** The address with made-up values: numbers where numbers are expected. */
        String with(String number, String text) {
            String filled = path;
            for (JsonNode parameter : operation.path("parameters")) {
                boolean isNumber =
                        parameter.path("schema").path("type").asText().equals("integer");
                filled = filled.replace("{" + parameter.path("name").asText() + "}", isNumber ? number : text);
            }
            return filled;
        }

        String unknown() {
            return with("987654321", "unknown");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private final List<Route> routes = new ArrayList<>();
    private JsonNode schemas;
    private Client nobody;
    private Client referent;
    private final List<String> findings = new ArrayList<>();

    @BeforeAll
    void readRoutes(RunningDistribution greffon) throws IOException {
        nobody = greffon.asNobody();
        referent = greffon.as(DemoPerson.REFERENT);
        JsonNode description = JSON.readTree(nobody.get("/api/openapi.json").body());
        schemas = description.path("components").path("schemas");
        for (Map.Entry<String, JsonNode> path : description.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                Route route =
                        new Route(operation.getKey().toUpperCase(Locale.ROOT), path.getKey(), operation.getValue());
                if (!LEFT_OUT.contains(route.toString())) {
                    routes.add(route);
                }
            }
        }
    }

    @BeforeEach
    void findNothingYet() {
        findings.clear();
    }

    private HttpResponse<String> ask(Client who, Route route, String path) {
        return who.send(route.method(), path, route.mediaType(), route.changes() ? "{}" : null);
    }

    private void expect(boolean isSo, Object what, HttpResponse<String> answer) {
        // A made-up value may not have the shape that its address asks for; then it is an address of nobody's, whoever
        // asks.
        boolean isNoAddress = answer.statusCode() == 404 && answer.body().contains("web.problem.status-404");
        if (!isSo && !isNoAddress) {
            findings.add(what + ": " + answer.statusCode() + " "
                    + answer.body().lines().findFirst().orElse(""));
        }
    }

    private static boolean isRefusal(HttpResponse<String> answer) {
        return answer.statusCode() >= 400
                && answer.statusCode() < 500
                && answer.headers().firstValue("Content-Type").orElse("").startsWith(PROBLEM);
    }

    @Test
    void everyModuleIsDescribed() {
        assertThat(routes).hasSizeGreaterThan(60);
        assertThat(routes).extracting(Route::path).anyMatch(path -> path.startsWith("/api/core/v1/"));
        assertThat(routes).extracting(Route::path).anyMatch(path -> path.startsWith("/api/members/v1/"));
    }

    @Test
    void whoeverIsNotSignedInEntersOnlyWhatIsOpen() {
        for (Route route : routes) {
            HttpResponse<String> answer = ask(nobody, route, route.unknown());
            // What a form of another site could send is asked for the token of our forms before anything else.
            boolean isForm = route.changes()
                    && !route.mediaType().equals(JSON_TYPE)
                    && answer.statusCode() == 422
                    && answer.body().contains("web.problem.csrf");
            expect(
                    route.isOpen()
                            ? answer.statusCode() < 500 && answer.statusCode() != 401
                            : answer.statusCode() == 401 || isForm,
                    route,
                    answer);
        }
        assertThat(findings).isEmpty();
    }

    @Test
    void eachPersonEntersWhatTheirRightsAllow(RunningDistribution greffon) throws IOException {
        for (DemoPerson person : DemoPerson.values()) {
            Client client = greffon.as(person);
            Set<String> rights = new TreeSet<>();
            JSON.readTree(client.get("/api/core/v1/me").body())
                    .path("permissions")
                    .forEach(right -> rights.add(right.asText()));
            for (Route route : routes) {
                HttpResponse<String> answer = ask(client, route, route.unknown());
                boolean mayEnter = route.permission() == null || rights.contains(route.permission());
                expect(
                        mayEnter
                                ? answer.statusCode() < 500 && answer.statusCode() != 401 && answer.statusCode() != 403
                                : answer.statusCode() == 403,
                        person + " " + route,
                        answer);
            }
        }
        assertThat(findings).isEmpty();
    }

    @Test
    void whatIsNotThereIsNotFoundAndWhatIsNoNumberNeither() {
        String longText = "x".repeat(1_000);
        for (Route route : routes) {
            if (route.path().contains("{")) {
                for (String path : List.of(
                        route.unknown(), route.with("no-number", "unknown"), route.with("9".repeat(30), longText))) {
                    HttpResponse<String> answer = ask(referent, route, path);
                    expect(isRefusal(answer), route + " as " + path.substring(0, Math.min(80, path.length())), answer);
                }
            }
        }
        assertThat(findings).isEmpty();
    }

    @Test
    void aParameterThatIsNoneIsRefusedOrPassedOver() {
        for (Route route : routes) {
            for (JsonNode parameter : route.operation().path("parameters")) {
                if (parameter.path("in").asText().equals("query")) {
                    for (String value : List.of("abc", "-1", "9".repeat(20), "x".repeat(3_000), "%00")) {
                        HttpResponse<String> answer = ask(
                                referent,
                                route,
                                route.unknown() + "?" + parameter.path("name").asText() + "=" + value);
                        expect(answer.statusCode() < 500, route + " " + parameter.path("name") + "=" + value, answer);
                    }
                }
            }
        }
        assertThat(findings).isEmpty();
    }

    @Test
    void aParameterThatIsNotDescribedIsRefused() {
        for (Route route : routes) {
            HttpResponse<String> answer = ask(referent, route, route.unknown() + "?noSuchParameter=1");
            expect(
                    answer.statusCode() == 400
                                    && isRefusal(answer)
                                    && answer.body().contains("noSuchParameter")
                            || answer.statusCode() == 403,
                    route,
                    answer);
        }
        assertThat(findings).isEmpty();
    }

    @Test
    void aBodyThatIsNoneIsRefused() {
        for (Route route : routes) {
            if (route.takesBody()) {
                for (String body :
                        List.of("{", "[]", "\"text\"", "null", "", "{\"noSuchField\":1}", "[".repeat(5_000))) {
                    HttpResponse<String> answer = referent.send(route.method(), route.unknown(), body);
                    expect(
                            isRefusal(answer),
                            route + " with " + body.substring(0, Math.min(20, body.length())),
                            answer);
                }
            }
        }
        assertThat(findings).isEmpty();
    }

    @Test
    void textsThatAreTooLongOrHoldWhatIsNoTextAreRefused() {
        for (Route route : routes) {
            if (route.takesBody()) {
                JsonNode schema = route.operation()
                        .path("requestBody")
                        .path("content")
                        .path("application/json")
                        .path("schema");
                for (String text : List.of("x".repeat(20_000), "x".repeat(300), "\u0000")) {
                    String body = sample(schema, text, 0).toString();
                    HttpResponse<String> answer = referent.send(route.method(), route.unknown(), body);
                    expect(answer.statusCode() < 500, route + " with " + text.length() + " characters", answer);
                }
            }
        }
        assertThat(findings).isEmpty();
    }

    @Test
    void moreThanAMebibyteIsTooLarge() {
        String body = "{\"login\":\"" + "x".repeat(1 << 20) + "\"}";

        HttpResponse<String> answer = nobody.send("POST", "/api/core/v1/sessions", body);

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.headers().firstValue("Content-Type")).contains(PROBLEM);
    }

    /** Before anybody signed in, since the sign-in page is open to all. */
    @Test
    void aFormOfMoreThanAMebibyteIsTooLargeAsWell() {
        HttpResponse<String> answer =
                nobody.send("POST", "/sign-in", "application/x-www-form-urlencoded", "login=" + "x".repeat(2_000_000));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("<main").doesNotContain("javax.ws.rs", "Jetty");
    }

    @Test
    void aMethodThatAnAddressDoesNotKnowIsRefused() {
        for (Route route : routes) {
            HttpResponse<String> answer = referent.send("PATCH", route.unknown(), "{}");
            expect(answer.statusCode() == 405 && isRefusal(answer), "PATCH " + route.path(), answer);
        }
        assertThat(findings).isEmpty();
    }

    @Test
    void aBrowsersSessionChangesNothingWithoutTheTokenOfAForm() {
        Client browser = referent.inBrowser();
        for (Route route : routes) {
            if (route.changes()) {
                HttpResponse<String> answer = ask(browser, route, route.unknown());
                expect(answer.statusCode() == 422 && isRefusal(answer), route, answer);
            }
        }
        assertThat(findings).isEmpty();
    }

    /** A value of the shape a schema wants, with a text wherever one goes. */
    private JsonNode sample(JsonNode wanted, String text, int depth) {
        JsonNode schema =
                wanted.has("$ref") ? schemas.path(wanted.path("$ref").asText().replaceFirst(".*/", "")) : wanted;
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        if (schema.has("enum")) {
            return schema.path("enum").get(0);
        }
        return switch (schema.path("type").asText()) {
            case "string" ->
                nodes.textNode(
                        switch (schema.path("format").asText()) {
                            case "date" -> "2026-11-22";
                            case "date-time" -> "2026-11-22T00:00:00Z";
                            default -> text;
                        });
            case "integer", "number" -> nodes.numberNode(1);
            case "boolean" -> nodes.booleanNode(true);
            case "array" ->
                depth > 4 ? nodes.arrayNode() : nodes.arrayNode().add(sample(schema.path("items"), text, depth + 1));
            default -> {
                var object = nodes.objectNode();
                if (depth < 5) {
                    schema.path("properties")
                            .properties()
                            .forEach(field -> object.set(field.getKey(), sample(field.getValue(), text, depth + 1)));
                    if (schema.has("additionalProperties")) {
                        // Left empty it would be right, and what is right changes something.
                        object.set("anything", sample(schema.path("additionalProperties"), text, depth + 1));
                    }
                }
                yield object;
            }
        };
    }
}
