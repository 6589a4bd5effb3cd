package coop.greffon.shifts.internal.web;

import coop.greffon.members.MemberSummary;
import coop.greffon.members.Members;
import coop.greffon.shifts.internal.choice.RuleChoices;
import coop.greffon.shifts.internal.setting.RulesInForce;
import coop.greffon.shifts.internal.store.StandingChange;
import coop.greffon.web.Visit;
import coop.greffon.web.form.Typed;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Looks whom rules would touch today. */
@Component(service = RulePreviews.class)
public final class RulePreviews {
    private final RuleChoices choices;
    private final Members members;

    @Activate
    public RulePreviews(@Reference RuleChoices choices, @Reference Members members) {
        this.choices = choices;
        this.members = members;
    }

    RulePreview of(Visit visit, RulesInForce.Choice choice) {
        RuleChoices.Effects effects = choices.effects(choice, visit.today());
        Map<Long, MemberSummary> names = members.summaries(effects.changes().stream()
                .limit(RulePreview.NAMED)
                .map(StandingChange::memberId)
                .toList());
        return new RulePreview(effects.changes(), names, effects.revision());
    }

    /** The revision that was looked at; where the form says none, one that never was. */
    static long seen(Typed typed) {
        Long revision = typed.whole("revision");
        typed.insist();
        return revision == null ? -1 : revision;
    }
}
