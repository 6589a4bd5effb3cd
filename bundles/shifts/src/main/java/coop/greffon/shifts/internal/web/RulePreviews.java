package coop.greffon.shifts.internal.web;

import coop.greffon.core.setting.SettingAdministration;
import coop.greffon.members.MemberSummary;
import coop.greffon.members.Members;
import coop.greffon.shifts.internal.setting.RulesInForce;
import coop.greffon.shifts.internal.store.AllAccounts;
import coop.greffon.shifts.internal.store.StandingChange;
import coop.greffon.web.Visit;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Looks whom rules would touch today. */
@Component(service = RulePreviews.class)
public final class RulePreviews {
    static final String MODULE = "shifts";

    private final SettingAdministration settings;
    private final AllAccounts accounts;
    private final Members members;

    @Activate
    public RulePreviews(
            @Reference SettingAdministration settings, @Reference AllAccounts accounts, @Reference Members members) {
        this.settings = settings;
        this.accounts = accounts;
        this.members = members;
    }

    RulePreview of(Visit visit, RulesInForce.Choice choice) {
        List<StandingChange> changes = accounts.supposing(choice, visit.today());
        Map<Long, MemberSummary> names = members.summaries(changes.stream()
                .limit(RulePreview.NAMED)
                .map(StandingChange::memberId)
                .toList());
        return new RulePreview(changes, names, settings.group(MODULE).revision());
    }
}
