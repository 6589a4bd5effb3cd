package coop.greffon.web.internal.catalogue;

import coop.greffon.core.message.Text;
import coop.greffon.core.module.CatalogueEntry;
import coop.greffon.core.module.ModuleCatalogue;
import coop.greffon.core.module.ModuleOperation;
import coop.greffon.core.module.ModuleOperation.Kind;
import coop.greffon.core.problem.NotFound;
import coop.greffon.core.problem.Refused;
import coop.greffon.web.Page;
import coop.greffon.web.Page.Crumb;
import coop.greffon.web.RequiresPermission;
import coop.greffon.web.Visit;
import coop.greffon.web.WebResource;
import coop.greffon.web.internal.view.StaticTemplates;
import coop.greffon.web.internal.view.Templates;
import java.net.URI;
import java.util.List;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.FormParam;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The catalogue: what is installed, what could be, and how to get from one to the other. */
@Component(service = WebResource.class)
@Path("/admin/modules")
public final class ModulePages implements WebResource {
    private static final String CATALOGUE = "/admin/modules";
    private static final int SHOWN_OPERATIONS = 5;
    private static final String ONE_SECOND = "1";

    private final Templates templates = new StaticTemplates();
    private final ModuleCatalogue catalogue;
    private final Healths healths;

    @Activate
    public ModulePages(@Reference ModuleCatalogue catalogue, @Reference Healths healths) {
        this.catalogue = catalogue;
        this.healths = healths;
    }

    @GET
    @RequiresPermission("core.module.list")
    public Page list(@Context Visit visit) {
        List<ModuleCard> cards = catalogue.all().stream()
                .map(entry -> ModuleCard.of(entry, healths.of(entry.id()), visit))
                .toList();
        List<ModuleOperation> operations =
                catalogue.operations().stream().limit(SHOWN_OPERATIONS).toList();
        return Page.of(Text.of("web.modules.title"), templates.modules(visit, cards, operations))
                .withHelp("web/modules");
    }

    @POST
    @Path("{module}")
    @RequiresPermission("core.module.manage")
    public Response act(
            @Context Visit visit,
            @PathParam("module") String module,
            @FormParam("do") @DefaultValue("") String act,
            @FormParam("version") String version,
            @FormParam("confirmed") boolean confirmed) {
        Kind kind = kind(act);
        if (!confirmed) {
            return Response.ok(confirmation(visit, module, kind)).build();
        }
        ModuleOperation operation = start(visit, module, kind, version);
        return Response.seeOther(URI.create(CATALOGUE + "/operations/" + operation.id()))
                .build();
    }

    private static Kind kind(String act) {
        for (Kind kind : Kind.values()) {
            if (kind.name().equalsIgnoreCase(act)) {
                return kind;
            }
        }
        throw new Refused(Text.of("web.modules.act-unknown", act));
    }

    private ModuleOperation start(Visit visit, String module, Kind kind, String version) {
        return switch (kind) {
            case INSTALL -> catalogue.install(module, version, visit.actor());
            case UPGRADE -> catalogue.upgrade(module, version, visit.actor());
            // The page that led here named those that go along.
            case REMOVE -> catalogue.remove(module, true, visit.actor());
            case PURGE -> catalogue.purge(module, visit.actor());
        };
    }

    private Page confirmation(Visit visit, String module, Kind kind) {
        CatalogueEntry entry =
                catalogue.find(module).orElseThrow(() -> new NotFound(Text.of("core.module.unknown", module)));
        List<String> coming = entry.needs().stream()
                .filter(needed -> catalogue
                        .find(needed)
                        .filter(CatalogueEntry::isInstalled)
                        .isEmpty())
                .toList();
        ModuleCard card = ModuleCard.of(entry, List.of(), visit);
        Text title = Text.of("web.modules.confirm." + ModuleCard.word(kind), card.name());
        return Page.narrow(title, templates.moduleConfirmation(visit, card, kind, coming, catalogue.tables(module)))
                .below(new Crumb(Text.of("web.modules.title"), CATALOGUE))
                .withHelp("web/modules");
    }

    @GET
    @Path("operations/{operation}")
    @RequiresPermission("core.module.list")
    public Response operation(@Context Visit visit, @PathParam("operation") String id) {
        ModuleOperation operation =
                catalogue.operation(id).orElseThrow(() -> new NotFound(Text.of("core.operation.unknown", id)));
        Page page = Page.narrow(
                        Text.of("web.modules.operation." + ModuleCard.word(operation.kind()), name(visit, operation)),
                        templates.moduleOperation(visit, operation))
                .below(new Crumb(Text.of("web.modules.title"), CATALOGUE))
                .withHelp("web/modules");
        var response = Response.ok(page);
        // Works without JavaScript, and stops by itself once the operation has ended.
        return operation.isOver()
                ? response.build()
                : response.header("Refresh", ONE_SECOND).build();
    }

    private static String name(Visit visit, ModuleOperation operation) {
        return visit.t(operation.module() + ".module.name");
    }
}
