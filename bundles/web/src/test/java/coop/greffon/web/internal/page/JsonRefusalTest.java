package coop.greffon.web.internal.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JsonRefusalTest {
    enum Kind {
        PERSON,
        ORGANISATION
    }

    record Draft(Kind kind, int year, List<Draft> parts) {}

    static List<Arguments> bodies() {
        return List.of(
                Arguments.of(
                        "{\"kind\":\"ROBOT\"}",
                        new FieldError(
                                "kind",
                                "ROBOT",
                                Text.of("web.problem.parameter", "kind"),
                                Text.of("web.problem.one-of", "PERSON, ORGANISATION"))),
                Arguments.of(
                        "{\"parts\":[{\"year\":\"soon\"}]}",
                        new FieldError(
                                "parts.[0].year",
                                "soon",
                                Text.of("web.problem.parameter", "parts.[0].year"),
                                Text.of("web.problem.expected.whole"))),
                Arguments.of(
                        "{\"parts\":\"x\"}",
                        new FieldError(
                                "parts",
                                "x",
                                Text.of("web.problem.parameter", "parts"),
                                Text.of("web.problem.expected.list"))),
                Arguments.of("[]", new FieldError("", "[…]", Text.of("web.problem.json-object"), null)));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void whatCannotBeTakenIsNamed(String body, FieldError refusal) {
        assertThat(refused(body)).isEqualTo(refusal);
    }

    @Test
    void anUnknownFieldIsToldWhichThereAre() {
        FieldError refusal = refused("{\"colour\":\"green\"}");

        assertThat(refusal.message()).isEqualTo(Text.of("web.problem.json-unknown", "colour"));
        assertThat(refusal.remedy().arguments().get(0).toString()).contains("kind", "year", "parts");
    }

    private static FieldError refused(String body) {
        var json = new ObjectMapper();
        // As JAX-RS reads it: the parser stays where it stopped.
        return JsonRefusal.of(catchThrowableOfType(
                JsonMappingException.class,
                () -> json.readerFor(Draft.class).readValue(json.createParser(body), Draft.class)));
    }
}
