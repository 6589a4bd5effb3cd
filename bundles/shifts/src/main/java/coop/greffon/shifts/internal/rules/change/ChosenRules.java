package coop.greffon.shifts.internal.rules.change;

import coop.greffon.shifts.internal.rules.CycleCalendar;
import coop.greffon.shifts.internal.rules.Preset;
import coop.greffon.shifts.internal.rules.Rules;

/** What a co-op chose for a track: a set of rules, and what it changed in it. */
public record ChosenRules(Preset preset, Parameters changes) {
    /** A set as it is. */
    public static ChosenRules of(Preset preset) {
        return new ChosenRules(preset, Parameters.NONE);
    }

    /** The rules, with all their numbers. */
    public Rules rules(CycleCalendar calendar) {
        return changes.in(preset.rules(calendar), calendar);
    }
}
