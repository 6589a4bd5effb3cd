package coop.greffon.members.admission;

import java.time.Instant;
import java.util.List;

/**
 * Whether somebody may shop now, and why.
 *
 * @param verdict the worst of all findings, or what staff decided
 * @param reasons all findings, the worst first
 * @param override what staff decided, null where they did not
 */
public record Decision(Verdict verdict, List<Reason> reasons, Override override) {
    /**
     * A finding and where it comes from.
     *
     * @param module the short name of the bundle
     */
    public record Reason(String module, Finding finding) {}

    /**
     * A decision of staff, which stands above all findings but a revoked card.
     *
     * @param id its id
     * @param verdict what they decided
     * @param reason why
     * @param until when it ends
     * @param by who decided, as a history shows it
     * @param at when
     */
    public record Override(long id, Verdict verdict, String reason, Instant until, String by, Instant at) {}

    public Decision {
        reasons = List.copyOf(reasons);
    }
}
