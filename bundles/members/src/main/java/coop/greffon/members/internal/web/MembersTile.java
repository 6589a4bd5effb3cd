package coop.greffon.members.internal.web;

import coop.greffon.members.MemberFilter.Standing;
import coop.greffon.members.Members;
import coop.greffon.members.internal.view.StaticTemplates;
import coop.greffon.members.internal.view.Templates;
import coop.greffon.web.TodayTile;
import coop.greffon.web.Visit;
import gg.jte.Content;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How many members there are, and who waits for an answer. */
@Component(service = TodayTile.class)
public final class MembersTile implements TodayTile {
    private final Templates templates = new StaticTemplates();
    private final Members members;

    @Activate
    public MembersTile(@Reference Members members) {
        this.members = members;
    }

    @Override
    public Optional<Content> tile(Visit visit) {
        if (!visit.may(MemberPages.LIST)) {
            return Optional.empty();
        }
        Map<Standing, Long> totals = members.totals();
        return Optional.of(templates.tile(visit, totals.get(Standing.MEMBER), totals.get(Standing.CANDIDATE)));
    }
}
