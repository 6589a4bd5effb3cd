package coop.greffon.members.internal.importing.plan;

import coop.greffon.members.internal.importing.model.LinePlan;
import coop.greffon.members.internal.importing.model.Outcome;
import coop.greffon.members.internal.importing.model.Reason;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** How many lines the import treats in which way. */
public final class Summary {
    private final Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
    private final Map<Reason, Integer> reasons = new EnumMap<>(Reason.class);
    private int withError;

    void count(LinePlan plan) {
        outcomes.merge(plan.outcome(), 1, Integer::sum);
        plan.problems().forEach(problem -> reasons.merge(problem.reason(), 1, Integer::sum));
        if (plan.hasError()) {
            withError++;
        }
    }

    /** Number of records with that outcome. */
    public int of(Outcome outcome) {
        return outcomes.getOrDefault(outcome, 0);
    }

    /** Number of records of which at least one value is refused, those refused as a whole included. */
    public int withError() {
        return withError;
    }

    /** How often each problem was met. */
    public Map<Reason, Integer> reasons() {
        return Collections.unmodifiableMap(reasons);
    }
}
