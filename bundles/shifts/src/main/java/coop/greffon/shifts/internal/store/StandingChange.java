package coop.greffon.shifts.internal.store;

import coop.greffon.shifts.internal.rules.Standing;
import coop.greffon.shifts.internal.rules.StatusCode;

/** Somebody who would stand otherwise. */
public record StandingChange(
        long memberId,
        StatusCode before,
        boolean shoppedBefore,
        boolean votedBefore,
        StatusCode after,
        boolean shopsAfter,
        boolean votesAfter) {
    static StandingChange of(long memberId, Standing before, Standing after) {
        return new StandingChange(
                memberId,
                before.code(),
                before.mayShop(),
                before.mayVote(),
                after.code(),
                after.mayShop(),
                after.mayVote());
    }

    /** Whether there is any. */
    boolean isOne() {
        return before != after || shoppedBefore != shopsAfter || votedBefore != votesAfter;
    }
}
