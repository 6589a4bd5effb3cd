package coop.greffon.members.internal.importing.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import coop.greffon.core.message.Text;
import coop.greffon.members.internal.importing.desk.LineReport.Difference;
import coop.greffon.members.internal.importing.desk.LineReport.Remark;
import coop.greffon.members.internal.importing.model.Severity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What a report says, as a column keeps it: in no language, so that everybody reads it in theirs. */
final class ReportJson {
    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final String BECOMES = "becomes";
    private static final String CHANGES = "changes";
    private static final String PROBLEMS = "problems";
    private static final String FIELD = "field";
    private static final String KEY = "key";
    private static final String ARGUMENTS = "arguments";
    private static final String DAY = "day";

    private ReportJson() {}

    static String write(LineReport line) {
        ObjectNode node = JSON.createObjectNode();
        ArrayNode becomes = node.putArray(BECOMES);
        line.becomes().forEach(sentence -> becomes.add(value(sentence)));
        ArrayNode changes = node.putArray(CHANGES);
        for (Difference change : line.changes()) {
            ObjectNode one = changes.addObject().put(FIELD, change.field());
            one.set("before", value(change.before()));
            one.set("after", value(change.after()));
        }
        ArrayNode problems = node.putArray(PROBLEMS);
        for (Remark problem : line.problems()) {
            ObjectNode one = problems.addObject()
                    .put(FIELD, problem.field())
                    .put("value", problem.value())
                    .put("severity", problem.severity().name());
            one.set("why", value(problem.why()));
            one.set("advice", value(problem.advice()));
        }
        return node.toString();
    }

    static String write(Text text) {
        return text == null ? null : value(text).toString();
    }

    private static JsonNode value(Object value) {
        if (value instanceof Text text) {
            ObjectNode node = JSON.createObjectNode().put(KEY, text.key());
            ArrayNode arguments = node.putArray(ARGUMENTS);
            text.arguments().forEach(argument -> arguments.add(value(argument)));
            return node;
        } else if (value instanceof LocalDate day) {
            return JSON.createObjectNode().put(DAY, day.toString());
        } else if (value instanceof Number number) {
            return JSON.getNodeFactory().numberNode(number.longValue());
        }
        return JSON.getNodeFactory().textNode(value.toString());
    }

    static List<Text> becomes(JsonNode node) {
        List<Text> becomes = new ArrayList<>();
        node.path(BECOMES).forEach(one -> becomes.add((Text) object(one)));
        return becomes;
    }

    static List<Difference> changes(JsonNode node) {
        List<Difference> changes = new ArrayList<>();
        node.path(CHANGES)
                .forEach(one -> changes.add(new Difference(
                        one.path(FIELD).asText(), object(one.path("before")), object(one.path("after")))));
        return changes;
    }

    static List<Remark> problems(JsonNode node) {
        List<Remark> problems = new ArrayList<>();
        node.path(PROBLEMS)
                .forEach(one -> problems.add(new Remark(
                        one.path(FIELD).asText(),
                        one.path("value").asText(),
                        Severity.valueOf(one.path("severity").asText()),
                        (Text) object(one.path("why")),
                        (Text) object(one.path("advice")))));
        return problems;
    }

    static Text text(String column) {
        return column == null ? null : (Text) object(read(column));
    }

    private static Object object(JsonNode node) {
        if (node.has(DAY)) {
            return LocalDate.parse(node.get(DAY).asText());
        } else if (node.isObject()) {
            List<Object> arguments = new ArrayList<>();
            node.path(ARGUMENTS).forEach(argument -> arguments.add(object(argument)));
            return new Text(node.path(KEY).asText(), arguments);
        }
        return node.isNumber() ? (Object) node.longValue() : node.asText();
    }

    static JsonNode read(String column) {
        try {
            return JSON.readTree(column);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("A report was altered by hand", damaged);
        }
    }
}
