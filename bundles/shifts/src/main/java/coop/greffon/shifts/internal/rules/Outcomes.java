package coop.greffon.shifts.internal.rules;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What the outcome of a shift does.
 *
 * @param ordinary what an ordinary shift counts, in the unit of the rules
 * @param repaid the counters that a make-up repays, the first one first
 * @param most the main counter is not filled beyond this by a shift; null for no limit
 */
public record Outcomes(Map<Origin, Map<Outcome, Effect>> effects, long ordinary, List<Counter> repaid, Long most) {
    public Outcomes {
        Map<Origin, Map<Outcome, Effect>> copy = new EnumMap<>(Origin.class);
        for (Origin origin : Origin.values()) {
            copy.put(origin, Map.copyOf(effects.get(origin)));
        }
        effects = Map.copyOf(copy);
        repaid = List.copyOf(repaid);
    }

    /** The same effects wherever the seat comes from, make-ups aside. */
    static Map<Origin, Map<Outcome, Effect>> alike(Map<Outcome, Effect> own, Map<Outcome, Effect> makeUp) {
        return Map.of(Origin.FIXED_PLACE, own, Origin.FREE, own, Origin.MAKE_UP, makeUp);
    }

    static Map<Outcome, Effect> table(Effect attended, Effect excused, Effect absent, Effect absentTwice) {
        return Map.of(
                Outcome.ATTENDED, attended,
                Outcome.EXCUSED, excused,
                Outcome.ABSENT, absent,
                Outcome.ABSENT_TWICE, absentTwice);
    }

    /**
     * By how much the counters change.
     *
     * @param value what the shift counts, in the unit of the rules
     * @param before the balances without this shift; a counter that is not there stands at zero
     */
    public Map<Counter, Long> changes(Origin origin, Outcome outcome, long value, Map<Counter, Long> before) {
        Effect effect = effect(origin, outcome);
        long amount = effect.byValue() ? value : ordinary;
        Map<Counter, Long> changes = new EnumMap<>(Counter.class);
        long rest = effect.main() * amount;
        if (effect.repays()) {
            for (Counter counter : repaid) {
                long repaidHere = Math.min(rest, Math.max(0, -before.getOrDefault(counter, 0L)));
                changes.merge(counter, repaidHere, Long::sum);
                rest -= repaidHere;
            }
        }
        changes.merge(Counter.MAIN, rest, Long::sum);
        changes.merge(Counter.COMPENSATION, effect.compensation() * amount, Long::sum);
        changes.computeIfPresent(Counter.MAIN, (counter, change) -> limited(change, before.getOrDefault(counter, 0L)));
        changes.values().removeIf(change -> change == 0);
        return changes;
    }

    private Effect effect(Origin origin, Outcome outcome) {
        return switch (outcome) {
            case TAKEN_BACK -> Effect.NOTHING;
            case NOT_HELD -> effects.get(origin).get(Outcome.ATTENDED);
            default -> effects.get(origin).get(outcome);
        };
    }

    /** A change of the main counter, no further than the limit. */
    long limited(long change, long main) {
        return most == null || change <= 0 ? change : Math.min(change, Math.max(0, most - main));
    }
}
