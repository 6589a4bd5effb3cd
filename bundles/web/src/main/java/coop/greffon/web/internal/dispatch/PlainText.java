package coop.greffon.web.internal.dispatch;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import java.io.IOException;

/** Reads a text of JSON, which nothing else is taken for, and refuses the NUL character, which is in no text and which PostgreSQL stores in none. */
final class PlainText extends StdScalarDeserializer<String> {
    private static final long serialVersionUID = 1L;

    PlainText() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser json, DeserializationContext context) throws IOException {
        if (!json.hasToken(JsonToken.VALUE_STRING)) {
            return (String) context.handleUnexpectedToken(String.class, json);
        }
        String text = json.getText();
        if (text.indexOf('\0') >= 0) {
            var refused = new InvalidInput(FieldError.of("", text, Text.of("core.setting.error.characters")));
            throw JsonMappingException.from(json, refused.getMessage(), refused);
        }
        return text;
    }
}
