package coop.greffon.members.internal.admission;

import coop.greffon.core.extension.Extension;
import coop.greffon.core.extension.Extensions;
import coop.greffon.core.identity.Actor;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.NotFound;
import coop.greffon.core.problem.Problem;
import coop.greffon.core.problem.Refused;
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
import coop.greffon.members.internal.neighbour.Witnesses;
import coop.greffon.members.internal.rules.Decisions;
import coop.greffon.members.internal.store.Overrides;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks every rule and keeps what staff decided. */
@Component(service = Admission.class)
public final class JpaAdmission implements Admission {
    private static final Logger LOG = LoggerFactory.getLogger(JpaAdmission.class);
    private static final String OWN = "members";

    private final Members members;
    private final Cards cards;
    private final Overrides overrides;
    private final JpaTemplate jpa;
    private final Clock clock;
    private final Extensions<AdmissionRule> rules;
    private final Witnesses<AdmissionRule> witnesses;

    @Activate
    public JpaAdmission(
            BundleContext context,
            @Reference(target = "(osgi.unit.name=members)") JpaTemplate jpa,
            @Reference Members members,
            @Reference Cards cards,
            @Reference Overrides overrides,
            @Reference DeclaredNeighbours declared,
            @Reference Clock clock) {
        this(jpa, members, cards, overrides, declared, clock, Extensions.of(context, AdmissionRule.class));
    }

    JpaAdmission(
            JpaTemplate jpa,
            Members members,
            Cards cards,
            Overrides overrides,
            DeclaredNeighbours declared,
            Clock clock,
            Extensions<AdmissionRule> rules) {
        this.jpa = jpa;
        this.members = members;
        this.cards = cards;
        this.overrides = overrides;
        this.clock = clock;
        this.rules = rules;
        this.witnesses = new Witnesses<>(AdmissionRule.class, rules, declared);
    }

    @Deactivate
    void stop() {
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
        return Decisions.of(findings(known, at), card, overrides.at(known, at).orElse(null));
    }

    private List<Reason> findings(long memberId, Instant at) {
        List<Reason> reasons = new ArrayList<>();
        for (var testimony : witnesses.ask(module -> !module.equals(OWN), rule -> judged(rule, memberId, at))) {
            testimony
                    .answer()
                    .orElseGet(() -> List.of(Decisions.notChecked(testimony.module())))
                    .forEach(finding -> reasons.add(new Reason(testimony.module(), finding)));
        }
        // Membership itself is asked here and now: it knows what the caller's transaction has written.
        own().flatMap(rule -> rule.judge(memberId, at).stream())
                .forEach(finding -> reasons.add(new Reason(OWN, finding)));
        witnesses.silent().forEach(module -> reasons.add(new Reason(module, Decisions.notChecked(module))));
        return reasons;
    }

    private Stream<AdmissionRule> own() {
        return rules.all().stream().filter(rule -> rule.module().equals(OWN)).map(Extension::service);
    }

    private static List<Finding> judged(AdmissionRule rule, long memberId, Instant at) {
        return List.copyOf(rule.judge(memberId, at));
    }

    @Override
    public void act(long memberId, String module, String action, Consumer<String> permission, Actor by) {
        long known = members.get(memberId).id();
        Offer offer = offered(known, module, action);
        permission.accept(offer.action().permission());
        try {
            jpa.tx(TransactionType.Required, em -> offer.rule().act(known, action, by));
        } catch (Problem refused) {
            throw refused;
        } catch (RuntimeException | LinkageError failed) {
            LOG.warn("Module {} could not carry out {} for member {}", module, action, known, failed);
            throw new Refused(Text.of("members.admission.action-failed", Text.of(module + ".module.name")));
        }
    }

    private record Offer(AdmissionRule rule, Remedy.Action action) {}

    /** An action is carried out only while its rule offers it to this very person. */
    private Offer offered(long memberId, String module, String action) {
        Instant now = clock.instant();
        var testimonies = witnesses.ask(
                module::equals,
                rule -> judged(rule, memberId, now).stream()
                        .map(Finding::remedy)
                        .flatMap(remedy -> Optional.ofNullable(remedy).map(Remedy::action).stream())
                        .filter(offer -> offer.id().equals(action))
                        .map(offer -> new Offer(rule, offer))
                        .toList());
        Optional<Offer> offer = testimonies.stream()
                .flatMap(testimony -> testimony.answer().stream())
                .flatMap(List::stream)
                .findFirst();
        boolean isSilent = witnesses.silent().contains(module)
                || testimonies.stream().anyMatch(testimony -> testimony.answer().isEmpty());
        return offer.orElseThrow(
                () -> isSilent ? silent(module) : new NotFound(Text.of("members.admission.no-action", action)));
    }

    private static Refused silent(String module) {
        return new Refused(Text.of("members.status.not-checked", Text.of(module + ".module.name")));
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
