package coop.greffon.members.internal.web;

import coop.greffon.members.Members;
import coop.greffon.members.Subjects;
import coop.greffon.members.internal.view.StaticTemplates;
import coop.greffon.members.internal.view.Templates;
import coop.greffon.web.TodayTile;
import coop.greffon.web.Visit;
import gg.jte.Content;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How one stands with the co-op. */
@Component(service = TodayTile.class)
public final class MeTile implements TodayTile {
    private final Templates templates = new StaticTemplates();
    private final Members members;

    @Activate
    public MeTile(@Reference Members members) {
        this.members = members;
    }

    @Override
    public Optional<Content> tile(Visit visit) {
        return Subjects.memberId(visit.signedIn().subject()).stream()
                .mapToObj(members::find)
                .flatMap(Optional::stream)
                .findFirst()
                .map(member -> templates.meTile(visit, member));
    }
}
