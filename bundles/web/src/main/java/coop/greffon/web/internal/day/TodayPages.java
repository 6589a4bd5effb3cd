package coop.greffon.web.internal.day;

import coop.greffon.core.extension.Extensions;
import coop.greffon.core.message.Text;
import coop.greffon.web.Contributions;
import coop.greffon.web.Page;
import coop.greffon.web.SignedIn;
import coop.greffon.web.TodayTile;
import coop.greffon.web.Visit;
import coop.greffon.web.WebResource;
import coop.greffon.web.internal.view.StaticTemplates;
import coop.greffon.web.internal.view.Templates;
import gg.jte.Content;
import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.core.Context;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** The page of the day: a tile per module that has something to say. */
@Component(service = WebResource.class)
@Path("/")
@SignedIn
public final class TodayPages implements WebResource {
    private final Templates templates = new StaticTemplates();
    private final Extensions<TodayTile> tiles;

    @Activate
    public TodayPages(BundleContext context) {
        this.tiles = Extensions.of(context, TodayTile.class);
    }

    @Deactivate
    void stop() {
        tiles.close();
    }

    @GET
    public Page today(@Context Visit visit) {
        List<Content> shown = Contributions.of(tiles, tile -> tile.tile(visit));
        return Page.bare(Text.of("web.menu.today"), templates.today(visit, shown));
    }
}
