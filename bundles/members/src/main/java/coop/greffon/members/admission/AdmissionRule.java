package coop.greffon.members.admission;

import coop.greffon.core.identity.Actor;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.NotFound;
import java.time.Instant;
import java.util.List;

/**
 * Extension point: may this person shop now, as far as the bundle that answers knows?
 *
 * <p>A rule answers within 200 ms and writes nothing. One that throws, or takes longer, or whose bundle is down, counts as
 * {@link Verdict#WARN} "not checked": silence never lets anybody in.
 */
public interface AdmissionRule {
    /**
     * What the bundle finds.
     *
     * @param memberId who
     * @param at the instant asked about
     * @return every reason for or against; empty where the person does not concern the bundle
     */
    List<Finding> judge(long memberId, Instant at);

    /**
     * Carries out the action of a remedy this rule offered, in the caller's transaction. Whoever calls has checked the permission.
     *
     * @param action the {@link Remedy.Action#id()}
     * @throws coop.greffon.core.problem.Problem where it cannot be done now
     */
    default void act(long memberId, String action, Actor by) {
        throw new NotFound(Text.of("members.admission.no-action", action));
    }
}
