package coop.greffon.shifts.internal.store.slot;

import coop.greffon.shifts.internal.rules.slot.Recurrence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

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
        facts.put("wanted", wanted(skills));
        facts.put("from", recurrence.from().toString());
        facts.put("to", text(recurrence.to()));
        return facts;
    }

    /** As lines of people: {@code caisse: 2, fromage: 1}; null for nothing. */
    private static String wanted(List<String> skills) {
        Map<String, Integer> counts = new TreeMap<>();
        skills.stream()
                .filter(skill -> skill != null && !skill.equals(Skills.LEADER))
                .forEach(skill -> counts.merge(skill, 1, Integer::sum));
        return counts.isEmpty()
                ? null
                : counts.entrySet().stream()
                        .map(one -> one.getKey() + ": " + one.getValue())
                        .collect(Collectors.joining(", "));
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }
}
