package coop.greffon.members;

import coop.greffon.core.identity.Actor;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Who lives and shops together. On any day a person belongs to one household at most, in one role or several. */
public interface Households {
    /**
     * Founds a household.
     *
     * @param holderId who holds it, a person
     * @param from the first day
     * @throws coop.greffon.core.problem.InvalidInput where the holder belongs to another household then or later
     */
    Household found(long holderId, LocalDate from, Actor by);

    /**
     * Gives a person a role in a household, beside those the person has there.
     *
     * @throws coop.greffon.core.problem.InvalidInput where a field lacks, the person belongs to another household meanwhile, has the role
     *     already, or is no person
     * @throws coop.greffon.core.problem.NotFound where there is no such household or person
     */
    Household join(long householdId, StayDraft stay, Actor by);

    /**
     * Ends a role.
     *
     * @param to the last day
     * @throws coop.greffon.core.problem.InvalidInput where the person does not have the role that day
     * @throws coop.greffon.core.problem.Refused where a household of several people would be left without a holder
     */
    Household leave(long householdId, long memberId, HouseholdRole role, LocalDate to, Actor by);

    /** The household of an id. */
    Optional<Household> find(long householdId);

    /** The household a person belongs to on a day. */
    Optional<Household> of(long memberId, LocalDate on);

    /** Every household a person ever belonged to, the present one first. */
    List<Household> history(long memberId);
}
