package coop.greffon.members.internal.rules;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.members.HouseholdRole;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Who may be in which household when. Days are counted with their first and last one; a last day of null is open. */
public final class HouseholdRules {
    private HouseholdRules() {}

    /**
     * A role somebody has or had.
     *
     * @param to the last day, null for still
     */
    public record Stay(long householdId, long memberId, HouseholdRole role, LocalDate from, LocalDate to) {
        boolean meets(LocalDate otherFrom, LocalDate otherTo) {
            return (to == null || !otherFrom.isAfter(to)) && (otherTo == null || !from.isAfter(otherTo));
        }
    }

    /**
     * What speaks against a new stay.
     *
     * @param stays all stays of the person, in any household
     */
    public static Optional<FieldError> refusal(List<Stay> stays, Stay wanted) {
        if (wanted.to() != null && wanted.to().isBefore(wanted.from())) {
            return Optional.of(FieldError.of("to", wanted.to(), Text.of("members.rule.ends-before-it-begins")));
        }
        List<Stay> meanwhile = stays.stream()
                .filter(stay -> stay.meets(wanted.from(), wanted.to()))
                .toList();
        if (meanwhile.stream().anyMatch(stay -> stay.householdId() != wanted.householdId())) {
            return Optional.of(FieldError.of("memberId", wanted.memberId(), Text.of("members.household.elsewhere")));
        }
        if (meanwhile.stream().anyMatch(stay -> stay.role() == wanted.role())) {
            return Optional.of(FieldError.of("role", wanted.role(), Text.of("members.household.role-held")));
        }
        if (wanted.role() == HouseholdRole.MINOR && !meanwhile.isEmpty()
                || meanwhile.stream().anyMatch(stay -> stay.role() == HouseholdRole.MINOR)) {
            return Optional.of(FieldError.of("role", wanted.role(), Text.of("members.household.minor-alone")));
        }
        return Optional.empty();
    }

    /**
     * Whether people would stay in a household without a holder the day after.
     *
     * @param stays all stays in the household, the ending one already ended
     * @param lastDay the last day of the one that ends
     */
    public static boolean leavesNobodyInCharge(List<Stay> stays, LocalDate lastDay) {
        LocalDate after = lastDay.plusDays(1);
        List<Stay> left =
                stays.stream().filter(stay -> stay.meets(after, after)).toList();
        return !left.isEmpty() && left.stream().noneMatch(stay -> stay.role() == HouseholdRole.HOLDER);
    }
}
