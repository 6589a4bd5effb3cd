package coop.greffon.shifts.internal.rules;

/** The rule by which an entry came to its amount, for the explanation of a balance. */
public enum AppliedRule {
    /** The debit of a cycle, met by what was done before. */
    DEBIT,
    /** The debit of a cycle that nothing met, for the first time: more is taken. */
    DEBIT_WITH_PENALTY,
    /** The debit of a cycle that nothing met, but the penalty was taken before, or there is none. */
    DEBIT_UNMET,
    /** A penalty given back, since a shift recorded later had met the debit. */
    PENALTY_RETURNED,
    /** A penalty given back, since an alert ran already by what was recorded later. */
    PENALTY_SPARED,
    /** A penalty taken all the same, since what had it given back was told by mistake. */
    PENALTY_RESTORED,
    SKIPPED_ON_LEAVE,
    SKIPPED_EXEMPT,
    SKIPPED_STRUCK_OFF,
    SKIPPED_FROZEN,
    SKIPPED_FORMER,
    ATTENDED,
    EXCUSED,
    /** Absent from a shift one had, with one to make up. */
    ABSENT,
    ABSENT_TWICE,
    /** A make-up attended. */
    MADE_UP,
    /** A make-up to which one did not come, excused or not. */
    MAKE_UP_MISSED,
    /** A shift that did not take place counts as if one had come. */
    NOT_HELD,
    /** What is made up for a shift that did not take place. */
    CLOSURE,
    /** What was told of a shift by mistake. */
    TAKEN_BACK,
    SURPLUS_LOST,
    SURPLUS_SAVED,
    SAVINGS_PAID,
    /** What was recorded since changed how much was to be lost at the beginning of a cycle. */
    SURPLUS_RECOUNTED,
    /** What was recorded since changed how much was to be saved at the beginning of a cycle, or paid by savings. */
    SAVINGS_RECOUNTED,
    /** What a change of team costs. */
    TEAM_CHANGED,
    /** Given to the pool of the co-op. */
    POOL_GIVEN,
    /** Had from the pool of the co-op. */
    POOL_RECEIVED,
    DECIDED,
    BROUGHT_ALONG
}
