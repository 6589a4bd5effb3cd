package coop.greffon.members.internal.rules;

import coop.greffon.core.message.Text;
import coop.greffon.members.Card;
import coop.greffon.members.CardState;
import coop.greffon.members.admission.Decision;
import coop.greffon.members.admission.Decision.Reason;
import coop.greffon.members.admission.Finding;
import coop.greffon.members.admission.Remedy;
import coop.greffon.members.admission.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Makes one decision of many findings. */
public final class Decisions {
    private Decisions() {}

    /**
     * The worst finding wins, staff stand above all findings, and a revoked card above staff.
     *
     * @param findings what the bundles found
     * @param card the card that was shown, null where none was
     * @param override what staff decided and what still holds, null where they did not
     */
    public static Decision of(List<Reason> findings, Card card, Decision.Override override) {
        List<Reason> reasons = new ArrayList<>(findings);
        ofCard(card).ifPresent(finding -> reasons.add(new Reason("members", finding)));
        if (reasons.isEmpty()) {
            // Nobody vouches for the person: that is no permission.
            reasons.add(new Reason("members", notChecked("members")));
        }
        reasons.sort(Comparator.comparing((Reason reason) -> reason.finding().verdict())
                .reversed());
        Verdict worst =
                reasons.stream().map(reason -> reason.finding().verdict()).reduce(Verdict.ALLOW, Verdict::or);
        boolean revoked = card != null && card.state() == CardState.REVOKED;
        Verdict verdict = override == null || revoked ? worst : override.verdict();
        return new Decision(verdict, reasons, override);
    }

    private static Optional<Finding> ofCard(Card card) {
        if (card == null || card.state() == CardState.ACTIVE) {
            return Optional.empty();
        }
        Text reason = card.reason() == null
                ? Text.of("members.admission.card-" + card.state(), card.to())
                : Text.of("members.admission.card-" + card.state() + "-reason", card.to(), card.reason());
        return Optional.of(Finding.deny(reason, Remedy.of(Text.of("members.admission.card-remedy"))));
    }

    /** What stands for a bundle that could not answer. */
    public static Finding notChecked(String module) {
        return Finding.warn(
                Text.of("members.admission.not-checked", Text.of(module + ".module.name")),
                Remedy.of(Text.of("members.admission.not-checked-remedy")));
    }
}
