package coop.greffon.members.internal.importing.desk;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import coop.greffon.members.internal.importing.columns.ColumnMapping;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is kept of an upload in columns of its own. */
final class UploadJson {
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private UploadJson() {}

    static String mapping(ColumnMapping mapping) {
        ObjectNode node = JSON.createObjectNode();
        mapping.toTexts().forEach(node::put);
        return node.toString();
    }

    static ColumnMapping mapping(String column) {
        Map<String, String> texts = new LinkedHashMap<>();
        ReportJson.read(column)
                .fields()
                .forEachRemaining(
                        choice -> texts.put(choice.getKey(), choice.getValue().asText()));
        return ColumnMapping.fromTexts(texts);
    }

    static String counts(Map<LineKind, Integer> counts) {
        ObjectNode node = JSON.createObjectNode();
        counts.forEach((kind, count) -> node.put(kind.name(), count));
        return node.toString();
    }

    static Map<LineKind, Integer> counts(String column) {
        Map<LineKind, Integer> counts = new EnumMap<>(LineKind.class);
        if (column != null) {
            ReportJson.read(column)
                    .fields()
                    .forEachRemaining(count -> counts.put(
                            LineKind.valueOf(count.getKey()), count.getValue().asInt()));
        }
        return counts;
    }
}
