package coop.greffon.web.internal.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import coop.greffon.web.Open;
import coop.greffon.web.Visit;
import coop.greffon.web.WebResource;
import coop.greffon.web.internal.page.ErrorPages;
import coop.greffon.web.internal.visit.Proxies;
import coop.greffon.web.internal.visit.Visits;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.QueryParam;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.internal.inject.AbstractBinder;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ContainerResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryParametersTest {
    private static final URI ROOT = URI.create("http://127.0.0.1:8181/");

    private final ApplicationHandler application = new ApplicationHandler(ModuleApplication.application(
            List.of(new Slots(), new Pages()),
            Stream.concat(Providers.of(null, new ErrorPages(null)).stream(), Stream.of(new Asked()))
                    .toList()));

    public enum Kind {
        FIXED,
        FLYING
    }

    @Path("/api/shifts/v1/slots")
    @Open
    public static final class Slots implements WebResource {
        @GET
        public String list(
                @QueryParam("kind") Kind kind,
                @QueryParam("descending") boolean descending,
                @QueryParam("page") @DefaultValue("1") int page,
                @QueryParam("on") LocalDate on,
                @QueryParam("known") Instant known) {
            return kind + " " + descending + " " + page + " " + on + " " + known;
        }

        @GET
        @Path("totals")
        public String totals() {
            return "three";
        }
    }

    @Path("/shifts")
    @Open
    public static final class Pages implements WebResource {
        @GET
        public String list() {
            return "morning";
        }
    }

    /** What the servlet container would know of the request. */
    private static final class Asked extends AbstractBinder {
        @Override
        protected void configure() {
            bind(Proxies.of(HttpServletRequest.class, (method, arguments) -> switch (method) {
                        case "getPathInfo" -> "/api/shifts/v1/slots";
                        case "getAttribute" -> Visits.of();
                        default -> null;
                    }))
                    .to(HttpServletRequest.class);
        }
    }

    @Test
    void whatAnAddressTakesIsTaken() throws Exception {
        assertThat(answer("api/shifts/v1/slots?kind=FIXED&descending=true&page=2&on=21/11/2026"
                                + "&known=2026-11-21T09:00:00Z")
                        .getEntity())
                .isEqualTo("FIXED true 2 2026-11-21 2026-11-21T09:00:00Z");
        assertThat(answer("api/shifts/v1/slots?on=").getEntity()).isEqualTo("null false 1 null null");
        assertThat(answer("api/shifts/v1/slots/totals").getEntity()).isEqualTo("three");
    }

    @ParameterizedTest
    @CsvSource({
        "kind=ROBOT, kind, ROBOT, web.problem.parameter, web.problem.one-of",
        "descending=yes, descending, yes, web.problem.parameter, web.problem.expected.boolean",
        "page=two, page, two, web.problem.parameter, web.problem.expected.whole",
        "on=2026-02-30, on, 2026-02-30, web.date.unknown, core.setting.remedy.example",
        "known=yesterday, known, yesterday, web.instant.unknown, core.setting.remedy.example",
        "knid=FIXED, knid, FIXED, web.problem.query-unknown, web.problem.one-of",
    })
    void whatCannotBeTakenIsRefusedNamingItItsValueAndWhatCan(
            String query, String field, String value, String message, String remedy) throws Exception {
        ContainerResponse answer = answer("api/shifts/v1/slots?" + query);

        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(answer.getMediaType()).hasToString("application/problem+json");
        JsonNode errors = problem(answer).path("errors");
        assertThat(errors).hasSize(1);
        assertThat(errors.get(0).path("field").asText()).isEqualTo(field);
        assertThat(errors.get(0).path("value").asText()).isEqualTo(value);
        assertThat(errors.get(0).path("message").asText()).isEqualTo(message);
        assertThat(errors.get(0).path("remedy").asText()).isEqualTo(remedy);
    }

    @Test
    void eachUnknownParameterIsNamed() throws Exception {
        ContainerResponse answer = answer("api/shifts/v1/slots/totals?kind=FIXED&x=1");

        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(StreamSupport.stream(problem(answer).path("errors").spliterator(), false)
                        .map(error -> error.path("field").asText() + " "
                                + error.path("remedy").asText()))
                .containsExactlyInAnyOrder("kind web.problem.query-none", "x web.problem.query-none");
    }

    @Test
    void aPageTakesWhatLinksFromElsewhereAddToItsAddress() throws Exception {
        assertThat(answer("shifts?utm_source=letter").getEntity()).isEqualTo("morning");
    }

    private static JsonNode problem(ContainerResponse answer) throws Exception {
        return new ObjectMapper().readTree((byte[]) answer.getEntity());
    }

    private ContainerResponse answer(String path) throws Exception {
        var request = new ContainerRequest(ROOT, ROOT.resolve(path), "GET", null, new MapPropertiesDelegate(), null);
        request.setProperty(Visit.class.getName(), Visits.of());
        return application.apply(request).get();
    }
}
