package coop.greffon.web.internal.role;

import coop.greffon.core.problem.StaleEdit;
import coop.greffon.web.Visit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A right that somebody else gave to a role, or a role that somebody else gave to an account, or took away, while it was edited.
 *
 * @param label what the right allows, or the name of the role
 * @param now what became of it, and by whom
 * @param isTicked whether the editor's form has it
 */
public record StaleRight(String label, String now, boolean isTicked) {
    static List<StaleRight> of(StaleEdit stale, Set<String> ticked, Visit visit) {
        return stale.errors().stream()
                .map(error -> new StaleRight(
                        visit.t(error.field()), visit.t(error.message()), ticked.contains(error.field())))
                .toList();
    }

    /** What the form goes on with: as it was ticked, but for what somebody else decided meanwhile. */
    public static Set<String> merged(StaleEdit stale, Set<String> ticked) {
        Set<String> merged = new HashSet<>(ticked);
        stale.errors().forEach(error -> {
            if (Boolean.parseBoolean(error.value())) {
                merged.add(error.field());
            } else {
                merged.remove(error.field());
            }
        });
        return merged;
    }
}
