package coop.greffon.shifts.internal.setting;

import coop.greffon.shifts.internal.rules.CycleCalendar;
import coop.greffon.shifts.internal.rules.Preset;
import coop.greffon.shifts.internal.rules.Rules;
import coop.greffon.shifts.internal.rules.change.Parameter;
import coop.greffon.shifts.internal.rules.change.Parameters;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Changed rules as a setting keeps them: the set they were changed in, then each parameter and its value, amounts in minutes or hundredths
 * of a shift, as in {@code BEES_FLYING: ALERT_DAYS=21; PENALTY=}.
 */
public final class ChangesText {
    private static final Logger LOG = LoggerFactory.getLogger(ChangesText.class);

    /** Any will do: no contradiction depends on it. */
    private static final CycleCalendar ANY = CycleCalendar.of(LocalDate.of(2024, 1, 1), 4);

    private ChangesText() {}

    /** As it is written; empty for no change. */
    public static String of(Preset preset, Parameters changes) {
        return changes.isEmpty()
                ? ""
                : preset.name() + ": "
                        + new TreeMap<>(changes.values())
                                .entrySet().stream()
                                        .map(change -> change.getKey() + "=" + change.getValue())
                                        .collect(Collectors.joining("; "));
    }

    /**
     * What was written; none where it is about another set, since an alert of ten days says nothing where there is none. Somebody may have
     * typed it: what cannot be read or contradicts itself does not hold.
     */
    static Parameters read(String text, Preset preset) {
        String[] parts = text.split(":", 2);
        if (parts.length < 2 || !parts[0].strip().equals(preset.name())) {
            return Parameters.NONE;
        }
        Rules rules = preset.rules(ANY);
        try {
            Map<Parameter, String> values = new EnumMap<>(Parameter.class);
            for (String change : parts[1].split(";")) {
                String[] pair = change.split("=", 2);
                values.put(Parameter.valueOf(pair[0].strip()), pair[1].strip());
            }
            Parameters changes = Parameters.departing(values, rules);
            if (changes.contradictions(rules).isEmpty()) {
                return changes;
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException unreadable) {
            LOG.warn("Changed rules cannot be read, those of {} hold: {}", preset, text, unreadable);
            return Parameters.NONE;
        }
        LOG.warn("Changed rules contradict each other, those of {} hold: {}", preset, text);
        return Parameters.NONE;
    }
}
