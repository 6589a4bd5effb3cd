package coop.greffon.shifts.internal.store;

/** Whether somebody may vote, as far as shifts decide. */
public enum Vote {
    VOTES,
    NO_VOTE;

    static Vote of(boolean mayVote) {
        return mayVote ? VOTES : NO_VOTE;
    }
}
