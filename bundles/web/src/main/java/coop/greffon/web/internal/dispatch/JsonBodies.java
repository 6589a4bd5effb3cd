package coop.greffon.web.internal.dispatch;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;

/**
 * How bodies are read and written: what is sent has the JSON type that is asked for, and no field that nobody reads.
 *
 * <p>A number where a text is asked is more often a mistake of a program than what it means: a telephone has lost its zero by then.
 */
final class JsonBodies {
    private JsonBodies() {}

    static JsonMapper mapper() {
        return JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .addModule(new SimpleModule()
                        .addDeserializer(String.class, new PlainText())
                        .addDeserializer(LocalDate.class, new PlainDay())
                        .addDeserializer(Instant.class, new PlainInstant()))
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .addHandler(new Unknown())
                .build();
    }

    /** Keeps the parser that stands at an unknown field, since a record is made before its unknown fields are told. */
    private static final class Unknown extends DeserializationProblemHandler {
        @Override
        public boolean handleUnknownProperty(
                DeserializationContext context,
                JsonParser json,
                JsonDeserializer<?> reader,
                Object record,
                String field)
                throws IOException {
            Collection<Object> known = reader == null ? null : reader.getKnownPropertyNames();
            throw UnrecognizedPropertyException.from(json, record, field, known);
        }
    }
}
