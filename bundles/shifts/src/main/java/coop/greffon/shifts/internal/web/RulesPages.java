package coop.greffon.shifts.internal.web;

import coop.greffon.core.message.Text;
import coop.greffon.shifts.internal.rules.Preset;
import coop.greffon.shifts.internal.rules.Track;
import coop.greffon.shifts.internal.setting.RulesInForce;
import coop.greffon.shifts.internal.view.StaticTemplates;
import coop.greffon.shifts.internal.view.Templates;
import coop.greffon.web.Page;
import coop.greffon.web.RequiresPermission;
import coop.greffon.web.Visit;
import coop.greffon.web.WebResource;
import java.util.List;
import java.util.stream.Stream;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.core.Context;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The sets of rules in plain words, and where each departs from the co-op it is modelled on. */
@Component(service = WebResource.class)
@Path("/shifts/rules")
public final class RulesPages implements WebResource {
    private final Templates templates = new StaticTemplates();
    private final RulesInForce rules;

    @Activate
    public RulesPages(@Reference RulesInForce rules) {
        this.rules = rules;
    }

    @GET
    @RequiresPermission("shifts.rules.list")
    public Page list(@Context Visit visit) {
        var content = templates.rules(visit, held(visit), List.of(Preset.values()));
        return Page.narrow(Text.of("shifts.rules.title"), content).withHelp("shifts/rules");
    }

    private List<HeldRules> held(Visit visit) {
        RulesInForce.Choice now = rules.choice(visit.today());
        return Stream.of(Track.FIXED, Track.FLYING)
                .map(track -> HeldRules.of(track, now, rules.isIgnored(track, visit.today())))
                .toList();
    }
}
