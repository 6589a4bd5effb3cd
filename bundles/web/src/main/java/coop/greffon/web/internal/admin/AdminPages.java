package coop.greffon.web.internal.admin;

import coop.greffon.core.message.Text;
import coop.greffon.core.module.ModuleInfo.MenuEntry;
import coop.greffon.core.problem.NotFound;
import coop.greffon.web.Page;
import coop.greffon.web.SignedIn;
import coop.greffon.web.Visit;
import coop.greffon.web.WebResource;
import coop.greffon.web.internal.page.Navigation;
import coop.greffon.web.internal.view.StaticTemplates;
import coop.greffon.web.internal.view.Templates;
import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.core.Context;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What there is to administer, for whoever may. */
@Component(service = WebResource.class)
@Path("/admin")
@SignedIn
public final class AdminPages implements WebResource {
    private final Templates templates = new StaticTemplates();
    private final Navigation navigation;

    @Activate
    public AdminPages(@Reference Navigation navigation) {
        this.navigation = navigation;
    }

    @GET
    public Page index(@Context Visit visit) {
        List<MenuEntry> entries = navigation.of(visit).administration();
        if (entries.isEmpty()) {
            throw new NotFound(Text.of("web.problem.status-404"));
        }
        return Page.of(Text.of("web.menu.admin"), templates.admin(visit, entries))
                .withHelp("web/admin");
    }
}
