package coop.greffon.web.internal.dispatch;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.web.internal.date.Days;
import java.io.IOException;
import java.time.LocalDate;

/** Reads a day of JSON by the rules of forms; the refusal is the cause of Jackson's, which knows the way to the field. */
final class PlainDay extends StdScalarDeserializer<LocalDate> {
    private static final long serialVersionUID = 1L;

    PlainDay() {
        super(LocalDate.class);
    }

    @Override
    public LocalDate deserialize(JsonParser json, DeserializationContext context) throws IOException {
        if (!json.hasToken(JsonToken.VALUE_STRING)) {
            return (LocalDate) context.handleUnexpectedToken(LocalDate.class, json);
        }
        String text = json.getText();
        try {
            return text.isBlank() ? null : Days.read("", text);
        } catch (InvalidInput refused) {
            throw JsonMappingException.from(json, refused.getMessage(), refused);
        }
    }
}
