package coop.greffon.shifts.internal.web;

import coop.greffon.members.MemberSummary;
import coop.greffon.shifts.internal.store.StandingChange;
import java.util.List;
import java.util.Map;

/**
 * Whom a choice of rules would touch today.
 *
 * @param names of the first of them
 * @param revision of the settings when it was looked at
 */
public record RulePreview(List<StandingChange> changes, Map<Long, MemberSummary> names, long revision) {
    /** So many are named; the others are counted. */
    static final int NAMED = 50;

    public RulePreview {
        changes = List.copyOf(changes);
        names = Map.copyOf(names);
    }

    /** Those who are named. */
    public List<StandingChange> named() {
        return changes.subList(0, Math.min(NAMED, changes.size()));
    }

    /** How many may shop no more. */
    public long shutOut() {
        return changes.stream()
                .filter(change -> change.shoppedBefore() && !change.shopsAfter())
                .count();
    }

    /** What somebody is called. */
    public String name(StandingChange change) {
        MemberSummary known = names.get(change.memberId());
        return known == null ? "" : known.name();
    }
}
