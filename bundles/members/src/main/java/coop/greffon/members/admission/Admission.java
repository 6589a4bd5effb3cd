package coop.greffon.members.admission;

import coop.greffon.core.identity.Actor;
import java.time.Instant;
import java.util.function.Consumer;

/** Asks every {@link AdmissionRule}. The worst verdict wins and all reasons are shown. */
public interface Admission {
    /**
     * May this person shop at an instant?
     *
     * @param memberId who
     * @param cardCode the code of the card that was shown, in any spelling; null where none was
     * @param at the instant asked about
     * @throws coop.greffon.core.problem.NotFound where there is nobody of that id
     */
    Decision decide(long memberId, String cardCode, Instant at);

    /** May this person shop at an instant, whatever card they have? */
    default Decision decide(long memberId, Instant at) {
        return decide(memberId, null, at);
    }

    /**
     * Carries out the action of a remedy, in the caller's transaction or one of its own.
     *
     * @param module the bundle whose rule offered it
     * @param action the {@link Remedy.Action#id()}
     * @param permission takes the permission that the action asks for, and throws where whoever acts lacks it
     * @throws coop.greffon.core.problem.NotFound where the bundle offers this person no such action now
     * @throws coop.greffon.core.problem.Refused where the bundle does not answer
     */
    void act(long memberId, String module, String action, Consumer<String> permission, Actor by);

    /**
     * Decides by hand; an earlier decision ends.
     *
     * @throws coop.greffon.core.problem.InvalidInput where a field cannot be accepted
     */
    Decision.Override override(long memberId, OverrideDraft draft, Actor by);

    /** Ends a decision by hand before its time; nothing where there is none. */
    void endOverride(long memberId, Actor by);
}
