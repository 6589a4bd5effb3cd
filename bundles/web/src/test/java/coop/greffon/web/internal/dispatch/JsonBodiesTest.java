package coop.greffon.web.internal.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import coop.greffon.web.internal.page.ErrorPages;
import coop.greffon.web.internal.visit.Proxies;
import coop.greffon.web.internal.visit.Visits;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.core.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonBodiesTest {
    private final ObjectMapper json = JsonBodies.mapper();

    enum Kind {
        PERSON,
        ORGANISATION
    }

    record Street(String town) {}

    record Person(
            Kind kind,
            String name,
            Boolean shown,
            boolean ticked,
            Integer count,
            long id,
            BigDecimal amount,
            LocalDate born,
            Instant seen,
            Street street,
            List<Street> places,
            Set<String> tags,
            Map<String, String> answers) {}

    @Test
    void whatHasItsTypeIsTaken() throws JsonProcessingException {
        Person person = json.readValue("""
                {"kind": "PERSON", "name": "12", "shown": true, "ticked": null, "count": 3, "id": 7, "amount": 12,
                 "born": "2000-02-29", "seen": "2026-11-21T09:00:00Z", "street": {"town": "Lyon"}, "places": [],
                 "tags": ["a", null], "answers": {"who": "me"}}
                """, Person.class);

        assertThat(person.name()).isEqualTo("12");
        assertThat(person.shown()).isTrue();
        assertThat(person.ticked()).isFalse();
        assertThat(person.amount()).isEqualTo("12");
        assertThat(person.seen()).isEqualTo("2026-11-21T09:00:00Z");
        assertThat(person.tags()).containsExactlyInAnyOrder("a", null);
        assertThat(json.readValue("{\"name\":null}", Person.class).name()).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"name": 12}               | name             | 12      | web.problem.expected.text
                    {"name": true}             | name             | true    | web.problem.expected.text
                    {"name": {"a": 1}}         | name             | {…}     | web.problem.expected.text
                    {"name": ["Ana"]}          | name             | […]     | web.problem.expected.text
                    {"tags": ["a", 0.5]}       | tags.[1]         | 0.5     | web.problem.expected.text
                    {"answers": {"who": 1}}    | answers.who      | 1       | web.problem.expected.text
                    {"shown": "true"}          | shown            | true    | web.problem.expected.boolean
                    {"shown": 1}               | shown            | 1       | web.problem.expected.boolean
                    {"ticked": "false"}        | ticked           | false   | web.problem.expected.boolean
                    {"count": "3"}             | count            | 3       | web.problem.expected.whole
                    {"count": 3.5}             | count            | 3.5     | web.problem.expected.whole
                    {"count": 3000000000}      | count            | 3000000000 | web.problem.expected.whole
                    {"count": false}           | count            | false   | web.problem.expected.whole
                    {"id": "7"}                | id               | 7       | web.problem.expected.whole
                    {"amount": "12"}           | amount           | 12      | web.problem.expected.number
                    {"kind": 0}                | kind             | 0       | web.problem.one-of
                    {"kind": "ROBOT"}          | kind             | ROBOT   | web.problem.one-of
                    {"born": 20000229}         | born             | 20000229 | core.setting.remedy.example
                    {"seen": 1795251600}       | seen             | 1795251600 | core.setting.remedy.example
                    {"seen": "soon"}           | seen             | soon    | core.setting.remedy.example
                    {"street": []}             | street           | […]     | web.problem.json-object
                    {"street": "Lyon"}         | street           | Lyon    | web.problem.json-object
                    {"places": {"town": "a"}}  | places           | {…}     | web.problem.expected.list
                    {"places": [{"town": 6}]}  | places.[0].town  | 6       | web.problem.expected.text
                    {"places": ["Lyon"]}       | places.[0]       | Lyon    | web.problem.json-object
                    {"colour": "green"}        | colour           | green   | web.problem.one-of
                    {"street": {"zip": 69}}    | street.zip       | 69      | web.problem.one-of
                    """)
    void whatHasAnotherTypeIsRefusedNamingFieldValueAndWhatIsExpected(
            String body, String field, String value, String expected) throws IOException {
        Response answer = answer(body);
        var problem = new ObjectMapper().readTree((byte[]) answer.getEntity());

        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(answer.getMediaType()).hasToString("application/problem+json");
        assertThat(problem.path("errors")).hasSize(1);
        var error = problem.path("errors").get(0);
        assertThat(error.path("field").asText()).isEqualTo(field);
        assertThat(error.path("value").asText()).isEqualTo(value);
        assertThat(error.path("message").asText()).startsWith("web.problem.");
        assertThat(error.path("remedy").asText()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"[] | […]", "\"text\" | text", "12 | 12"})
    void aBodyThatIsNoObjectIsRefused(String body, String value) throws IOException {
        var error = new ObjectMapper()
                .readTree((byte[]) answer(body).getEntity())
                .path("errors")
                .get(0);

        assertThat(error.path("value").asText()).isEqualTo(value);
        assertThat(error.path("message").asText()).isEqualTo("web.problem.json-object");
    }

    private Response answer(String body) {
        // As JAX-RS reads it: the parser stays where it stopped.
        Throwable refused =
                catchThrowable(() -> json.readerFor(Person.class).readValue(json.createParser(body), Person.class));
        HttpServletRequest request = Proxies.of(
                HttpServletRequest.class,
                (method, arguments) -> method.equals("getPathInfo") ? "/api/members/v1/members" : null);
        return new ErrorPages(null).answer(refused, request, Visits.of());
    }
}
