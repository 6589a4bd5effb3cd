package coop.greffon.web.internal.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.Forbidden;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.problem.NotFound;
import coop.greffon.core.problem.Problem;
import coop.greffon.core.problem.Refused;
import coop.greffon.core.problem.TooSoon;
import coop.greffon.web.internal.visit.Proxies;
import coop.greffon.web.internal.visit.Visits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;
import javax.persistence.OptimisticLockException;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.ClientErrorException;
import javax.ws.rs.core.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorPagesTest {
    private final ErrorPages errors = new ErrorPages(null);

    @ParameterizedTest
    @MethodSource("failures")
    void theTypeOfAProblemLeadsToItsHelp(Throwable failure) throws IOException {
        String type = problem(failure).path("type").asText();

        assertThat(type).startsWith("/help/problems#");
        String anchor = "id=\"" + type.substring(type.indexOf('#') + 1) + "\"";
        assertThat(help("fr")).contains(anchor);
        assertThat(help("en")).contains(anchor);
    }

    static Stream<Throwable> failures() {
        return Stream.of(
                new InvalidInput(FieldError.of("on", "x", Text.of("web.date.unknown"))),
                new NotFound(Text.of("web.help.unknown")),
                new Forbidden("core.setting.edit"),
                new Refused(Text.of("web.problem.csrf")),
                new NotSignedIn(),
                new ClientErrorException(400),
                new ClientErrorException(405),
                new ClientErrorException(406),
                new ClientErrorException(413),
                new ClientErrorException(415),
                new IllegalStateException("a test of an incident"));
    }

    @Test
    void aProblemNamesItsSentenceAndItsFields() throws IOException {
        JsonNode problem = problem(new InvalidInput(FieldError.of("on", "x", Text.of("web.date.unknown"))));

        assertThat(problem.path("key").asText()).isEqualTo("core.problem.invalid");
        assertThat(problem.path("status").asInt()).isEqualTo(422);
        assertThat(problem.has("incident")).isFalse();
        assertThat(problem.path("errors").get(0).path("field").asText()).isEqualTo("on");
    }

    @Test
    void aRightThatLacksIsNamedInWords() {
        assertThat(new Forbidden("members.member.edit").title())
                .isEqualTo(Text.of("core.problem.forbidden", Text.of("members.member.edit")));
    }

    @Test
    void anIncidentTellsTheCodeThatTheLogHolds() throws IOException {
        assertThat(problem(new IllegalStateException("a test of an incident"))
                        .path("incident")
                        .asText())
                .matches("[0-9A-F]{8}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/core/v1/sessions", "/device"})
    void whoeverIsTooEarlyLearnsHowLongToWait(String path) {
        Response answer = errors.answer(new TooSoon(Duration.ofSeconds(30)), request(path), Visits.of());

        assertThat(answer.getStatus()).isEqualTo(429);
        // A whole second more: what is left of the thirtieth would still be too early.
        assertThat(answer.getHeaderString("Retry-After")).isEqualTo("31");
    }

    @ParameterizedTest
    @CsvSource({"INVALID, 422", "REFUSED, 422", "NOT_FOUND, 404", "FORBIDDEN, 403", "STALE, 409", "TOO_SOON, 429"})
    void eachKindOfProblemHasItsStatus(Problem.Kind kind, int status) {
        assertThat(ErrorPages.status(kind)).isEqualTo(status);
    }

    @Test
    void whoeverIsOvertakenWhileSavingLearnsOfIt() {
        var overtaken = new IllegalStateException(new RuntimeException(new OptimisticLockException("for the test")));

        Response answer = errors.answer(overtaken, request("/api/core/v1/accounts/7/roles"), Visits.of());

        assertThat(answer.getStatus()).isEqualTo(409);
    }

    @Test
    void nobodyElseIsAskedToWait() {
        Response answer =
                errors.answer(new IllegalStateException("for the test"), request("/api/core/v1/me"), Visits.of());

        assertThat(answer.getStatus()).isEqualTo(500);
        assertThat(answer.getHeaderString("Retry-After")).isNull();
    }

    private static HttpServletRequest request(String path) {
        return Proxies.of(HttpServletRequest.class, (method, arguments) -> method.equals("getPathInfo") ? path : null);
    }

    private JsonNode problem(Throwable failure) throws IOException {
        return new ObjectMapper().readTree((byte[]) errors.answer(failure, request("/api/core/v1/modules"), Visits.of())
                .getEntity());
    }

    private static String help(String language) throws IOException {
        try (InputStream text =
                ErrorPagesTest.class.getResourceAsStream("/GREFFON-INF/help/problems_" + language + ".md")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
