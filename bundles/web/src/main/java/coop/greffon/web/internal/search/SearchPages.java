package coop.greffon.web.internal.search;

import coop.greffon.core.extension.Extensions;
import coop.greffon.core.message.Text;
import coop.greffon.web.Page;
import coop.greffon.web.SearchSource;
import coop.greffon.web.SignedIn;
import coop.greffon.web.Visit;
import coop.greffon.web.WebResource;
import coop.greffon.web.internal.view.StaticTemplates;
import coop.greffon.web.internal.view.Templates;
import java.net.URI;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** The search field of the header: it asks each module, and leads straight to what it finds alone. */
@Component(service = WebResource.class)
@Path("/search")
@SignedIn
public final class SearchPages implements WebResource {
    private final Templates templates = new StaticTemplates();
    private final Extensions<SearchSource> sources;

    @Activate
    public SearchPages(BundleContext context) {
        this.sources = Extensions.of(context, SearchSource.class);
    }

    @Deactivate
    void stop() {
        sources.close();
    }

    @GET
    public Response search(@Context Visit visit, @QueryParam("q") @DefaultValue("") String query) {
        Found found = query.isBlank() ? Found.NOTHING : Found.by(sources, visit, query.strip());
        if (found.hits().size() == 1 && !found.isPartial()) {
            return Response.seeOther(URI.create(found.hits().get(0).path())).build();
        }
        Page page = Page.narrow(Text.of("web.search.title"), templates.search(visit, query.strip(), found))
                .withHelp("web/search");
        return Response.ok(page).build();
    }
}
