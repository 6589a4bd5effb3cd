package coop.greffon.shifts.internal.web;

import coop.greffon.core.message.Text;
import coop.greffon.shifts.internal.rules.Rules;
import coop.greffon.shifts.internal.rules.Track;
import coop.greffon.shifts.internal.rules.change.ChosenRules;
import coop.greffon.shifts.internal.rules.change.Parameter;
import coop.greffon.shifts.internal.rules.change.Parameters;
import coop.greffon.shifts.internal.setting.RulesInForce;
import coop.greffon.shifts.internal.words.ParameterWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The rules that hold for a track.
 *
 * @param isIgnored whether changes are written down that its set of rules cannot have
 * @param lines what is said of each single rule; none where none is changed, since then the set says all
 */
public record HeldRules(Track track, ChosenRules chosen, boolean isIgnored, List<Line> lines) {
    /**
     * A single rule.
     *
     * @param label what it is about
     * @param now what it is
     * @param instead what it is in the set; null where that is the same
     */
    public record Line(Text label, Text now, Text instead) {
        /** The rule in words. */
        public Text told() {
            return Text.of("shifts.rules.line", label, now);
        }

        /** What it is in the set, in words; only where that differs. */
        public Text before() {
            return Text.of("shifts.rules.line.instead", instead);
        }
    }

    public HeldRules {
        lines = List.copyOf(lines);
    }

    /**
     * What holds.
     *
     * @param choice of a day
     */
    static HeldRules of(Track track, RulesInForce.Choice choice, boolean isIgnored) {
        ChosenRules chosen = choice.of(track);
        return new HeldRules(
                track, chosen, isIgnored, chosen.changes().isEmpty() ? List.of() : lines(chosen, choice, false));
    }

    /** Each single rule that is changed. */
    static List<Line> changes(ChosenRules chosen, RulesInForce.Choice choice) {
        return lines(chosen, choice, true);
    }

    private static List<Line> lines(ChosenRules chosen, RulesInForce.Choice choice, boolean changesOnly) {
        Rules set = chosen.preset().rules(choice.calendar());
        Parameters changes = chosen.changes();
        Set<Parameter> moot = changes.moot(set);
        List<Line> lines = new ArrayList<>();
        for (Parameter parameter : Parameter.values()) {
            boolean isChanged = changes.has(parameter);
            if (isChanged || (!changesOnly && !moot.contains(parameter))) {
                Text now = ParameterWords.said(parameter, changes.value(parameter, set), set.unit());
                Text before = ParameterWords.said(parameter, parameter.of(set), set.unit());
                lines.add(new Line(ParameterWords.label(parameter), now, isChanged ? before : null));
            }
        }
        return lines;
    }
}
