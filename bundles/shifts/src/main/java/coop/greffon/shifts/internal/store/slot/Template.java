package coop.greffon.shifts.internal.store.slot;

import coop.greffon.shifts.internal.rules.slot.Recurrence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A slot that comes back.
 *
 * @param revision how often it was changed; whoever changes it says which revision they saw
 * @param job what is done, in the co-op's words
 * @param worth what a shift of it counts, in the unit of the rules
 * @param minimum below how many people a shift stands out
 * @param skills of each seat in its order what it asks for; null for nothing
 */
public record Template(
        long id, long revision, String job, Recurrence recurrence, long worth, int minimum, List<String> skills) {
    public Template {
        skills = Collections.unmodifiableList(new ArrayList<>(skills));
    }

    /** How many seats there are. */
    public int seats() {
        return skills.size();
    }

    /** How many of them are for somebody who leads. */
    public int leaders() {
        return (int) skills.stream().filter(Skills.LEADER::equals).count();
    }

    /** How many seats ask for what else, by what they ask for. */
    public Map<String, Integer> wanted() {
        Map<String, Integer> wanted = new TreeMap<>();
        skills.stream()
                .filter(Objects::nonNull)
                .filter(skill -> !skill.equals(Skills.LEADER))
                .forEach(skill -> wanted.merge(skill, 1, Integer::sum));
        return wanted;
    }
}
