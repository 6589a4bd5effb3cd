package coop.greffon.shifts.internal.rules;

import java.util.Set;

/**
 * Who may vote in the assembly, as far as shifts decide.
 *
 * @param least what has to be on the main counter at least, null where it does not matter
 * @param without whoever stands so may not
 */
public record VotingTerms(Long least, Set<StatusCode> without) {
    static final VotingTerms MEMBERS = new VotingTerms(null, Set.of(StatusCode.FORMER));

    public VotingTerms {
        without = Set.copyOf(without);
    }
}
