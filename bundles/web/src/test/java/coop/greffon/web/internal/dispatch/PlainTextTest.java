package coop.greffon.web.internal.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlainTextTest {
    private final ObjectMapper json = JsonMapper.builder()
            .addModule(new SimpleModule().addDeserializer(String.class, new PlainText()))
            .build();

    record Named(String name, List<String> tags) {}

    @Test
    void textsAreReadAsTheyAre() throws JsonProcessingException {
        assertThat(json.readValue("{\"name\":\"Inès\\n\",\"tags\":[\"\",null]}", Named.class)
                        .name())
                .isEqualTo("Inès\n");
    }

    @Test
    void aNulCharacterIsRefusedNamingItsField() {
        assertThatThrownBy(() -> json.readValue("{\"name\":\"a\\u0000\"}", Named.class))
                .isInstanceOfSatisfying(
                        JsonMappingException.class,
                        refused -> assertThat(refused.getPath().get(0).getFieldName())
                                .isEqualTo("name"));
        assertThatThrownBy(() -> json.readValue("{\"tags\":[\"\\u0000\"]}", Named.class))
                .isInstanceOf(JsonMappingException.class);
    }
}
