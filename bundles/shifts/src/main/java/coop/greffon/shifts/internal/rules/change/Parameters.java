package coop.greffon.shifts.internal.rules.change;

import coop.greffon.shifts.internal.rules.CycleCalendar;
import coop.greffon.shifts.internal.rules.Rules;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The single rules that a co-op changed in a set of rules.
 *
 * @param values what each changed one is now, empty where there is no such rule any more
 */
public record Parameters(Map<Parameter, String> values) {
    /** Everything as in the set. */
    public static final Parameters NONE = new Parameters(Map.of());

    public Parameters {
        values = Map.copyOf(values);
        values.forEach((parameter, value) -> {
            if (!parameter.takes(value)) {
                throw new IllegalArgumentException(parameter + " is never " + value);
            }
        });
    }

    /** Those of the values that a set of rules does not have already. */
    public static Parameters departing(Map<Parameter, String> values, Rules from) {
        Map<Parameter, String> departing = new EnumMap<>(Parameter.class);
        values.forEach((parameter, value) -> {
            if (!value.equals(parameter.of(from))) {
                departing.put(parameter, value);
            }
        });
        return new Parameters(departing);
    }

    /** Whether nothing is changed. */
    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** Whether one is changed. */
    public boolean has(Parameter parameter) {
        return values.containsKey(parameter);
    }

    /**
     * The rules as they are with the changes.
     *
     * @param from the set they were changed in
     * @param calendar of the cycles that are common to all
     */
    public Rules in(Rules from, CycleCalendar calendar) {
        return isEmpty() ? from : new ChangedRules(from, this, calendar).rules();
    }

    /** What contradicts itself, or changes a rule that would have nothing to act on; none where all is well. */
    public List<Contradiction> contradictions(Rules from) {
        return Contradictions.of(from, this);
    }

    /** The parameters that have nothing to act on, such as the days of an alert where there is none. */
    public Set<Parameter> moot(Rules from) {
        Map<Parameter, String> all = new EnumMap<>(Parameter.class);
        for (Parameter parameter : Parameter.values()) {
            all.put(parameter, value(parameter, from));
        }
        return new Parameters(all)
                .contradictions(from).stream()
                        .filter(found -> found.kind().isNeed())
                        .map(Contradiction::parameter)
                        .collect(Collectors.toSet());
    }

    /** What a parameter is with the changes, empty for nothing. */
    public String value(Parameter parameter, Rules from) {
        String changed = values.get(parameter);
        return changed == null ? parameter.of(from) : changed;
    }
}
