package coop.greffon.shifts.internal.rules;

/** What became of a booked shift. */
public enum Outcome {
    ATTENDED(AppliedRule.ATTENDED),
    EXCUSED(AppliedRule.EXCUSED),
    /** Absent, with one shift to make up. */
    ABSENT(AppliedRule.ABSENT),
    /** Absent without a word, with two to make up where the rules know the difference. */
    ABSENT_TWICE(AppliedRule.ABSENT_TWICE);

    private final AppliedRule rule;

    Outcome(AppliedRule rule) {
        this.rule = rule;
    }

    AppliedRule rule(Origin origin) {
        if (origin != Origin.MAKE_UP) {
            return rule;
        }
        return this == ATTENDED ? AppliedRule.MADE_UP : AppliedRule.MAKE_UP_MISSED;
    }
}
