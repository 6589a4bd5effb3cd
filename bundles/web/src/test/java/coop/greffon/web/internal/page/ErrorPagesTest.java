package coop.greffon.web.internal.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.Forbidden;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.problem.NotFound;
import coop.greffon.core.problem.Refused;
import coop.greffon.web.internal.visit.Proxies;
import coop.greffon.web.internal.visit.Visits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.ClientErrorException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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
    void anIncidentTellsTheCodeThatTheLogHolds() throws IOException {
        assertThat(problem(new IllegalStateException("a test of an incident"))
                        .path("incident")
                        .asText())
                .matches("[0-9A-F]{8}");
    }

    private JsonNode problem(Throwable failure) throws IOException {
        var request = Proxies.of(
                HttpServletRequest.class,
                (method, arguments) -> method.equals("getPathInfo") ? "/api/core/v1/modules" : null);
        return new ObjectMapper()
                .readTree((byte[]) errors.answer(failure, request, Visits.of()).getEntity());
    }

    private static String help(String language) throws IOException {
        try (InputStream text =
                ErrorPagesTest.class.getResourceAsStream("/GREFFON-INF/help/problems_" + language + ".md")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
