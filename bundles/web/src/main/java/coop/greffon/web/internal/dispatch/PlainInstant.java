package coop.greffon.web.internal.dispatch;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import coop.greffon.web.internal.date.Instants;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;

/** Reads an instant of JSON as ISO writes it; a number might be seconds or milliseconds, and is refused. */
final class PlainInstant extends StdScalarDeserializer<Instant> {
    private static final long serialVersionUID = 1L;

    PlainInstant() {
        super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser json, DeserializationContext context) throws IOException {
        if (!json.hasToken(JsonToken.VALUE_STRING)) {
            return (Instant) context.handleUnexpectedToken(Instant.class, json);
        }
        String text = json.getText();
        try {
            Instant instant = text.isBlank() ? null : Instant.parse(text.strip());
            if (instant == null || Instants.isNear(instant)) {
                return instant;
            }
        } catch (DateTimeException notOne) {
            throw context.weirdStringException(text, Instant.class, "It is no instant");
        }
        throw context.weirdStringException(text, Instant.class, "It is of another age");
    }
}
