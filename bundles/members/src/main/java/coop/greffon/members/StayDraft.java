package coop.greffon.members;

import java.time.LocalDate;
import javax.validation.constraints.NotNull;

/**
 * A role somebody is to have in a household.
 *
 * @param memberId who, a person
 * @param role as what
 * @param from the first day
 * @param to the last day, null for open
 */
public record StayDraft(
        @NotNull Long memberId,
        @NotNull HouseholdRole role,
        @NotNull LocalDate from,
        LocalDate to) {}
