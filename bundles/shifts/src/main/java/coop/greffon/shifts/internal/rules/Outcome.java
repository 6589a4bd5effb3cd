package coop.greffon.shifts.internal.rules;

/** What became of a booked shift. */
public enum Outcome {
    ATTENDED(AppliedRule.ATTENDED),
    EXCUSED(AppliedRule.EXCUSED),
    /** Absent, with one shift to make up. */
    ABSENT(AppliedRule.ABSENT),
    /** Absent without a word, with two to make up where the rules know the difference. */
    ABSENT_TWICE(AppliedRule.ABSENT_TWICE),
    /** The shift did not take place: nobody is the worse for it. */
    NOT_HELD(AppliedRule.NOT_HELD),
    /** What was told of it before was a mistake, and nothing is to be told. */
    TAKEN_BACK(AppliedRule.TAKEN_BACK);

    private final AppliedRule rule;

    Outcome(AppliedRule rule) {
        this.rule = rule;
    }

    AppliedRule rule(Origin origin) {
        if (origin != Origin.MAKE_UP || this == NOT_HELD || this == TAKEN_BACK) {
            return rule;
        }
        return this == ATTENDED ? AppliedRule.MADE_UP : AppliedRule.MAKE_UP_MISSED;
    }
}
