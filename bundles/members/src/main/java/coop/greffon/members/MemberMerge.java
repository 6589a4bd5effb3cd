package coop.greffon.members;

import coop.greffon.core.identity.Actor;

/** Extension point: moves what points to a member to another one, when two records turn out to be of one person. */
public interface MemberMerge {
    /**
     * Moves everything, in the caller's transaction.
     *
     * @param from the record that goes
     * @param into the record that stays
     * @throws coop.greffon.core.problem.Refused where the two cannot be one
     */
    void merge(long from, long into, Actor by);
}
