package coop.greffon.shifts.internal.rules;

import java.time.LocalDate;
import java.util.List;

/**
 * Where somebody stands on a day, and why.
 *
 * @param until the last day of it if nothing else happens, null where it is not known
 * @param reasons everything that holds, the one that decides first; empty where somebody is up to date
 * @param remedies what would change it
 * @param noVote why they may not vote, null where they may
 * @param begins the day on which they begin, where that is a later one; null where they have begun
 */
public record Standing(
        StatusCode code,
        boolean mayShop,
        LocalDate until,
        List<Reason> reasons,
        List<Remedy> remedies,
        NoVote noVote,
        LocalDate begins) {
    public Standing {
        reasons = List.copyOf(reasons);
        remedies = List.copyOf(remedies);
    }

    /** Whether nothing is to be told of them but that they have not begun. */
    public boolean isToCome() {
        return code == StatusCode.UP_TO_DATE && begins != null;
    }

    /** Whether they may vote, as far as shifts decide. */
    public boolean mayVote() {
        return noVote == null;
    }

    /**
     * Why somebody may not vote.
     *
     * @param standing which one it is that has none, null where it is about the counter
     * @param least what has to be on the main counter at least, in the unit of the rules; 0 where it is not about that
     * @param lacking how much of it is lacking; 0 where it is not about that
     */
    public record NoVote(Because because, StatusCode standing, long least, long lacking) {
        /** What takes the vote. */
        public enum Because {
            /** Whoever stands so has none. */
            STANDING,
            /** Too little is on the counter. */
            COUNTER
        }
    }

    /**
     * Something that holds on that day.
     *
     * @param since its first day, null where it is not known
     * @param until its last day, null where it is not known
     */
    public record Reason(StatusCode code, LocalDate since, LocalDate until) {}

    /**
     * Something that would help.
     *
     * @param amount how much is to be done, in the unit of the rules; 0 where it is not about that
     * @param by the last day on which it helps, or the last day of what it gives; null where there is none
     */
    public record Remedy(Kind kind, long amount, LocalDate by) {
        /** What is to be done. */
        public enum Kind {
            /** Do so many shifts or minutes. */
            WORK,
            /** Wait for the end of the leave, or end it. */
            COME_BACK,
            /** Ask for grace. */
            ASK_FOR_GRACE,
            /** See the members' office. */
            ASK_THE_OFFICE
        }
    }
}
