package coop.greffon.members.internal.admission;

import coop.greffon.core.extension.Extension;
import coop.greffon.core.extension.Extensions;
import coop.greffon.core.identity.Actor;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.NotFound;
import coop.greffon.members.Card;
import coop.greffon.members.Cards;
import coop.greffon.members.Members;
import coop.greffon.members.admission.Admission;
import coop.greffon.members.admission.AdmissionRule;
import coop.greffon.members.admission.Decision;
import coop.greffon.members.admission.Decision.Reason;
import coop.greffon.members.admission.Finding;
import coop.greffon.members.admission.OverrideDraft;
import coop.greffon.members.admission.Remedy;
import coop.greffon.members.internal.neighbour.DeclaredNeighbours;
import coop.greffon.members.internal.rules.Decisions;
import coop.greffon.members.internal.store.Overrides;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Asks every rule and keeps what staff decided. */
@Component(service = Admission.class)
public final class JpaAdmission implements Admission {
    private static final String OWN = "members";

    private final Members members;
    private final Cards cards;
    private final Overrides overrides;
    private final DeclaredNeighbours declared;
    private final Clock clock;
    private final Extensions<AdmissionRule> rules;
    private final Witnesses witnesses = new Witnesses();

    @Activate
    public JpaAdmission(
            BundleContext context,
            @Reference Members members,
            @Reference Cards cards,
            @Reference Overrides overrides,
            @Reference DeclaredNeighbours declared,
            @Reference Clock clock) {
        this(members, cards, overrides, declared, clock, Extensions.of(context, AdmissionRule.class));
    }

    JpaAdmission(
            Members members,
            Cards cards,
            Overrides overrides,
            DeclaredNeighbours declared,
            Clock clock,
            Extensions<AdmissionRule> rules) {
        this.members = members;
        this.cards = cards;
        this.overrides = overrides;
        this.declared = declared;
        this.clock = clock;
        this.rules = rules;
    }

    @Deactivate
    void stop() {
        rules.close();
        witnesses.close();
    }

    @Override
    public Decision decide(long memberId, String cardCode, Instant at) {
        // Neighbours know the record that stayed, whichever of those that were merged is asked about.
        long known = members.get(memberId).id();
        Card card = cardCode == null
                ? null
                : cards.find(cardCode)
                        .filter(found -> found.memberId() == known)
                        .orElseThrow(() -> new NotFound(Text.of("members.card.unknown", cardCode)));
        return Decisions.of(
                findings(known, at), card, overrides.at(known, at).orElse(null));
    }

    private List<Reason> findings(long memberId, Instant at) {
        List<Extension<AdmissionRule>> present = rules.all();
        List<Reason> reasons = new ArrayList<>(witnesses.ask(
                present.stream().filter(rule -> !rule.module().equals(OWN)).toList(), memberId, at));
        present.stream()
                .filter(rule -> rule.module().equals(OWN))
                .flatMap(rule -> rule.service().judge(memberId, at).stream())
                .forEach(finding -> reasons.add(new Reason(OWN, finding)));
        Set<String> silent = new TreeSet<>(declared.of(AdmissionRule.class));
        silent.removeAll(present.stream().map(Extension::module).collect(Collectors.toSet()));
        silent.forEach(module -> reasons.add(new Reason(module, Decisions.notChecked(module))));
        return reasons;
    }

    @Override
    public void act(long memberId, String module, String action, Actor by) {
        long known = members.get(memberId).id();
        offered(known, module, action).rule().act(known, action, by);
    }

    @Override
    public String permissionOf(long memberId, String module, String action) {
        return offered(members.get(memberId).id(), module, action).action().permission();
    }

    private record Offer(AdmissionRule rule, Remedy.Action action) {}

    /** An action is carried out only while its rule offers it to this very person. */
    private Offer offered(long memberId, String module, String action) {
        Instant now = clock.instant();
        return rules.all().stream()
                .filter(rule -> rule.module().equals(module))
                .flatMap(rule -> rule.service().judge(memberId, now).stream()
                        .map(Finding::remedy)
                        .flatMap(remedy -> Optional.ofNullable(remedy).map(Remedy::action).stream())
                        .filter(offer -> offer.id().equals(action))
                        .map(offer -> new Offer(rule.service(), offer)))
                .findFirst()
                .orElseThrow(() -> new NotFound(Text.of("members.admission.no-action", action)));
    }

    @Override
    public Decision.Override override(long memberId, OverrideDraft draft, Actor by) {
        return overrides.decide(members.get(memberId).id(), draft, by);
    }

    @Override
    public void endOverride(long memberId, Actor by) {
        overrides.end(members.get(memberId).id(), by);
    }
}
