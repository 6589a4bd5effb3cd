package coop.greffon.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import coop.greffon.itests.distribution.Client;
import coop.greffon.itests.distribution.DemoPerson;
import coop.greffon.itests.distribution.RunningDistribution;
import coop.greffon.itests.distribution.SharedDistribution;
import coop.greffon.itests.site.Route;
import coop.greffon.itests.site.Route.Access;
import coop.greffon.itests.site.Routes;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every address for people, as the shipped bundles declare them: who may enter, and what happens to bad input. Those for programs are in
 * {@link AddressesIT}.
 *
 * <p>Identifiers are made up, so that nothing is there to be changed.
 */
@ExtendWith(SharedDistribution.class)
@TestInstance(Lifecycle.PER_CLASS)
class PageAddressesIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final int MANY_CHARACTERS = 1_000;

    /** It would end the session the test itself is in. */
    private static final Set<String> LEFT_OUT = Set.of("POST /sign-out", "POST /account/sign-out-everywhere");

    private final List<String> findings = new ArrayList<>();
    private List<Route> routes;
    private Client nobody;
    private Client referent;

    @BeforeAll
    void readRoutes(RunningDistribution greffon) {
        routes = Routes.of(greffon.directory()).stream()
                .filter(route -> !route.isForPrograms() && !LEFT_OUT.contains(route.toString()))
                .toList();
        nobody = greffon.asNobody();
        referent = greffon.as(DemoPerson.REFERENT);
    }

    @BeforeEach
    void findNothingYet() {
        findings.clear();
    }

    private static HttpResponse<String> ask(Client who, Route route, String path, String form) {
        if (route.method().equals("GET")) {
            return who.get(path);
        }
        boolean hasFiles = route.mediaType().equals("multipart/form-data");
        return who.send(
                route.method(),
                path,
                hasFiles ? "multipart/form-data; boundary=end" : FORM,
                hasFiles ? "--end--\r\n" : form);
    }

    private static String unknown(Route route) {
        return route.with("987654321", "unknown");
    }

    private void expect(boolean isSo, Object what, HttpResponse<String> answer) {
        if (!isSo) {
            findings.add(what + ": " + answer.statusCode() + " "
                    + answer.headers().firstValue("Location").orElse(""));
        }
    }

    private static boolean leadsToSignIn(HttpResponse<String> answer) {
        return answer.statusCode() == 303
                && answer.headers().firstValue("Location").orElse("").contains("/sign-in?to=");
    }

    @Test
    void everyBundleIsRead() {
        assertThat(routes)
                .hasSizeGreaterThan(100)
                .extracting(Route::template)
                .contains(
                        "/sign-in",
                        "/admin/modules",
                        "/members",
                        "/members/{id: \\d+}/edit",
                        "/shifts/rules",
                        "/shifts/slots");
    }

    @Test
    void whoeverIsNotSignedInIsAskedToSignIn() {
        for (Route route : routes) {
            HttpResponse<String> answer = ask(nobody, route, unknown(route), "");
            // A form is asked for its token before anything else.
            boolean isRefusedForm = !route.method().equals("GET") && answer.statusCode() == 422;
            expect(
                    route.access() == Access.OPEN
                            ? answer.statusCode() < 500 && !leadsToSignIn(answer)
                            : leadsToSignIn(answer) || isRefusedForm,
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
            JsonNode me = JSON.readTree(client.get("/api/core/v1/me").body());
            me.path("permissions").forEach(right -> rights.add(right.asText()));
            for (Route route : routes) {
                HttpResponse<String> answer = ask(client, route, unknown(route), "");
                boolean mayEnter = route.permission().map(rights::contains).orElse(true);
                expect(
                        mayEnter
                                ? answer.statusCode() < 500 && answer.statusCode() != 403 && !leadsToSignIn(answer)
                                : answer.statusCode() == 403,
                        person + " " + route,
                        answer);
            }
        }
        assertThat(findings).isEmpty();
    }

    @Test
    void whatIsNotThereIsNotFound() {
        for (Route route : routes) {
            if (route.variables() > 0) {
                for (String path : List.of(
                        unknown(route),
                        route.with("0", "%00"),
                        route.with("9".repeat(30), "x".repeat(MANY_CHARACTERS)))) {
                    HttpResponse<String> answer = ask(referent, route, path, "");
                    // A secret that opens nothing may lead to where one asks for another.
                    boolean isRefused = answer.statusCode() >= 400 && answer.statusCode() < 500;
                    expect(
                            isRefused || route.access() == Access.OPEN && answer.statusCode() < 500,
                            route + " as " + path.substring(0, Math.min(80, path.length())),
                            answer);
                }
            }
        }
        assertThat(findings).isEmpty();
    }

    @Test
    void whatCannotBeReadInAnAddressIsRefusedOrPassedOver() {
        List<String> parameters = List.of(
                "q", "page", "size", "sort", "format", "count", "to", "from", "until", "kind", "status", "on", "known");
        for (Route route : routes) {
            if (route.method().equals("GET")) {
                for (String value : List.of("abc", "-1", "9".repeat(20), "x".repeat(3_000), "%00", "%C3%28")) {
                    String query = String.join("=" + value + "&", parameters) + "=" + value;
                    HttpResponse<String> answer = referent.get(unknown(route) + "?" + query);
                    expect(answer.statusCode() < 500, route + " with " + value, answer);
                }
            }
        }
        assertThat(findings).isEmpty();
    }

    /** The server itself refuses them, before any bundle hears of it; no client writes them. */
    @Test
    void halfAnEscapeIsRefusedInFrenchFirst(RunningDistribution greffon) throws IOException {
        greffon.get("/healthz");
        for (String path : List.of("/members/%zz", "/%", "/api/members/v1/members/%4")) {
            try (Socket socket = new Socket("localhost", greffon.uri("/").getPort())) {
                String asked = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
                socket.getOutputStream().write(asked.getBytes(StandardCharsets.US_ASCII));
                String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertThat(answer)
                        .startsWith("HTTP/1.1 400")
                        .contains("<h1>Cette adresse ne peut pas être lue", "This address cannot be read");
            }
        }
    }

    @Test
    void aFormWithoutItsTokenChangesNothing() {
        Client browser = referent.inBrowser();
        for (Route route : routes) {
            if (!route.method().equals("GET")) {
                HttpResponse<String> answer = ask(browser, route, unknown(route), "csrf=made-up");
                expect(answer.statusCode() == 422, route, answer);
            }
        }
        assertThat(findings).isEmpty();
    }

    @Test
    void aMethodThatAnAddressDoesNotKnowIsRefused() {
        for (Route route : routes) {
            HttpResponse<String> answer = referent.send("PATCH", unknown(route), FORM, "");
            expect(answer.statusCode() == 405, "PATCH " + route.template(), answer);
        }
        assertThat(findings).isEmpty();
    }
}
