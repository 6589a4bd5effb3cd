package coop.greffon.web.internal.help;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.NotFound;
import coop.greffon.web.Open;
import coop.greffon.web.Page;
import coop.greffon.web.Page.Crumb;
import coop.greffon.web.Visit;
import coop.greffon.web.WebResource;
import coop.greffon.web.internal.help.HelpTexts.HelpText;
import coop.greffon.web.internal.help.HelpTexts.Place;
import coop.greffon.web.internal.view.StaticTemplates;
import coop.greffon.web.internal.view.Templates;
import java.util.ArrayList;
import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Help, by the question mark beside each title. */
@Component(service = WebResource.class)
@Path("/help")
@Open
public final class HelpPages implements WebResource {
    /** A link of the table of contents. */
    public record Entry(String title, String path) {}

    private final Templates templates = new StaticTemplates();
    private final HelpTexts texts;

    @Activate
    public HelpPages(@Reference HelpTexts texts) {
        this.texts = texts;
    }

    @GET
    public Page contents(@Context Visit visit) {
        List<Entry> entries = new ArrayList<>();
        for (Place place : texts.all()) {
            texts.find(place, visit.language())
                    .map(text -> new Entry(text.title(), "/help/" + place.module() + "/" + place.page()))
                    .ifPresent(entries::add);
        }
        return Page.narrow(Text.of("web.help.title"), templates.helpContents(visit, entries));
    }

    /** Where the type of each problem leads: programs are not to know which module explains them. */
    @GET
    @Path("problems")
    public Page problems(@Context Visit visit) {
        return text(visit, "web", "problems");
    }

    @GET
    @Path("{module}/{page}")
    public Page text(@Context Visit visit, @PathParam("module") String module, @PathParam("page") String page) {
        HelpText text = texts.find(new Place(module, page), visit.language())
                .orElseThrow(() -> new NotFound(Text.of("web.help.unknown")));
        return Page.narrow(Text.of("web.help.page", text.title()), templates.help(text.html()))
                .below(new Crumb(Text.of("web.help.title"), "/help"));
    }
}
