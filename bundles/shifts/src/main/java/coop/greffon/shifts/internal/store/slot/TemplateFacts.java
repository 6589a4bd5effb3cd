package coop.greffon.shifts.internal.store.slot;

import coop.greffon.shifts.internal.rules.slot.Recurrence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a slot says, field by field, as histories and stale edits tell it. */
final class TemplateFacts {
    private TemplateFacts() {}

    static Map<String, String> of(String job, Recurrence recurrence, long worth, int minimum, List<String> skills) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("job", job);
        facts.put("week", text(recurrence.week()));
        facts.put("weekday", recurrence.weekday().name());
        facts.put("starts", recurrence.starts().toString());
        facts.put("ends", recurrence.ends().toString());
        facts.put("worth", Long.toString(worth));
        facts.put("minimum", Integer.toString(minimum));
        facts.put("seats", Integer.toString(skills.size()));
        facts.put(
                "leaders",
                Long.toString(skills.stream().filter(Skills.LEADER::equals).count()));
        facts.put("from", recurrence.from().toString());
        facts.put("to", text(recurrence.to()));
        return facts;
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }
}
