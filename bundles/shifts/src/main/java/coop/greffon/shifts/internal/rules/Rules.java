package coop.greffon.shifts.internal.rules;

import java.util.List;
import java.util.Set;

/**
 * The rules of one track.
 *
 * @param duty whose duty a shift is
 * @param debit null where nothing falls due by itself
 * @param alert null where a debt has no consequence
 * @param grace what a suspended person may ask for
 * @param freeze null where nobody is frozen
 * @param booking how seats are taken and given back
 * @param attendance how it is told who came
 * @param order which status is looked at first; whoever fits none is up to date
 * @param shopping whoever stands so may shop
 * @param voting who may vote
 */
public record Rules(
        Unit unit,
        DutyUnit duty,
        Debit debit,
        Outcomes outcomes,
        Alert alert,
        GraceTerms grace,
        Exit exit,
        Freeze freeze,
        BookingTerms booking,
        AttendanceTerms attendance,
        List<StatusCode> order,
        Set<StatusCode> shopping,
        VotingTerms voting) {
    public Rules {
        order = List.copyOf(order);
        shopping = Set.copyOf(shopping);
    }

    /** The same, and nothing falls due by itself. */
    Rules withoutDebit() {
        return new Rules(
                unit, duty, null, outcomes, alert, grace, exit, freeze, booking, attendance, order, shopping, voting);
    }

    /** Whether compensations are a debt of their own. */
    boolean countsCompensations() {
        return outcomes.repaid().contains(Counter.COMPENSATION);
    }

    /** Whether anything ever comes to a counter by them. */
    public boolean keeps(Counter counter) {
        return switch (counter) {
            case MAIN -> true;
            case COMPENSATION -> countsCompensations();
            case SAVINGS ->
                debit != null && debit.surplus() != null && debit.surplus().saved();
        };
    }
}
