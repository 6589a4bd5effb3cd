package coop.greffon.web.internal.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import coop.greffon.core.problem.InvalidInput;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainDayTest {
    private final ObjectMapper json = JsonMapper.builder()
            .addModule(new SimpleModule().addDeserializer(LocalDate.class, new PlainDay()))
            .build();

    record Dated(LocalDate from) {}

    @Test
    void aDayIsReadAndAnEmptyOneIsNone() throws JsonProcessingException {
        assertThat(json.readValue("{\"from\":\"2026-11-21\"}", Dated.class).from())
                .isEqualTo(LocalDate.of(2026, 11, 21));
        assertThat(json.readValue("{\"from\":\"\"}", Dated.class).from()).isNull();
        assertThat(json.readValue("{\"from\":null}", Dated.class).from()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"+999999999-12-31", "1899-12-31", "2200-01-01", "2026-02-30"})
    void aDayNobodyMeansIsRefusedNamingItsFieldAndWhy(String sent) {
        assertThatThrownBy(() -> json.readValue("{\"from\":\"" + sent + "\"}", Dated.class))
                .isInstanceOfSatisfying(JsonMappingException.class, refused -> {
                    assertThat(refused.getPath().get(0).getFieldName()).isEqualTo("from");
                    assertThat(refused.getCause())
                            .isInstanceOfSatisfying(
                                    InvalidInput.class,
                                    why -> assertThat(why.errors().get(0).value())
                                            .isEqualTo(sent));
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"20261121", "[2026,11,21]", "{}", "true"})
    void whatIsNoTextIsNoDay(String sent) {
        assertThatThrownBy(() -> json.readValue("{\"from\":" + sent + "}", Dated.class))
                .isInstanceOf(JsonMappingException.class);
    }
}
