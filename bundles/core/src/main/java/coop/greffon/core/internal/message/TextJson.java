package coop.greffon.core.internal.message;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import coop.greffon.core.message.Text;
import java.util.ArrayList;
import java.util.List;

/** A sentence not yet in a language, as a column keeps it: numbers and texts within stay what they are, anything else becomes a string. */
public final class TextJson {
    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final String KEY = "key";
    private static final String ARGUMENTS = "arguments";

    private TextJson() {}

    /** What a column holds, null for null. */
    public static String write(Text text) {
        return text == null ? null : node(text).toString();
    }

    /** What a column held, null for null. */
    public static Text read(String column) {
        try {
            return column == null ? null : text(JSON.readTree(column));
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("A sentence was altered by hand", damaged);
        }
    }

    private static ObjectNode node(Text text) {
        ObjectNode node = JSON.createObjectNode().put(KEY, text.key());
        ArrayNode arguments = node.putArray(ARGUMENTS);
        text.arguments().forEach(argument -> {
            if (argument instanceof Text inner) {
                arguments.add(node(inner));
            } else if (argument instanceof Number) {
                arguments.addPOJO(argument);
            } else {
                arguments.add(argument.toString());
            }
        });
        return node;
    }

    private static Text text(JsonNode node) {
        List<Object> arguments = new ArrayList<>();
        node.path(ARGUMENTS).forEach(argument -> {
            if (argument.isObject()) {
                arguments.add(text(argument));
            } else {
                arguments.add(argument.isNumber() ? argument.numberValue() : argument.asText());
            }
        });
        return new Text(node.path(KEY).asText(), arguments);
    }
}
