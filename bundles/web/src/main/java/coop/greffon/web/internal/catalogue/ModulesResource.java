package coop.greffon.web.internal.catalogue;

import coop.greffon.core.message.Text;
import coop.greffon.core.module.CatalogueEntry;
import coop.greffon.core.module.ModuleCatalogue;
import coop.greffon.core.module.ModuleInfo.Funding;
import coop.greffon.core.module.ModuleOperation;
import coop.greffon.core.module.ModuleOperation.Kind;
import coop.greffon.core.module.ModuleOperation.Progress;
import coop.greffon.core.module.ModuleState;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.problem.NotFound;
import coop.greffon.web.RequiresPermission;
import coop.greffon.web.Visit;
import coop.greffon.web.WebResource;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The catalogue for programs. */
@Component(service = WebResource.class)
@Path("/api/core/v1/modules")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ModulesResource implements WebResource {
    private final ModuleCatalogue catalogue;

    @Activate
    public ModulesResource(@Reference ModuleCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** A module as programs see it; sentences are in the caller's language. */
    record ModuleView(
            String id,
            String name,
            String version,
            String newest,
            ModuleState state,
            String reason,
            List<String> versions,
            List<String> needs,
            List<String> neededBy,
            boolean host,
            Funding funding) {
        static ModuleView of(CatalogueEntry entry, Visit visit) {
            var module = entry.module();
            return new ModuleView(
                    entry.id(),
                    visit.t(entry.id() + ".module.name"),
                    module.version(),
                    entry.newest(),
                    module.state(),
                    module.reason() == null ? null : visit.t(module.reason()),
                    entry.versions(),
                    entry.needs(),
                    entry.neededBy(),
                    entry.isHost(),
                    module.info() == null ? null : module.info().funding());
        }
    }

    /**
     * What is asked for.
     *
     * @param kind what to do
     * @param version the version to go to, null for the newest
     * @param withDependents whether those that stand on it are removed too
     */
    record OperationDraft(Kind kind, String version, boolean withDependents) {}

    /** An operation as programs see it. */
    record OperationView(
            String id,
            Kind kind,
            List<String> modules,
            String version,
            Instant startedAt,
            Instant endedAt,
            Progress progress,
            String step) {
        static OperationView of(ModuleOperation operation, Visit visit) {
            return new OperationView(
                    operation.id(),
                    operation.kind(),
                    operation.modules(),
                    operation.version(),
                    operation.startedAt(),
                    operation.endedAt(),
                    operation.progress(),
                    visit.t(operation.step()));
        }
    }

    @GET
    @RequiresPermission("core.module.list")
    public List<ModuleView> list(@Context Visit visit) {
        return catalogue.all().stream()
                .map(entry -> ModuleView.of(entry, visit))
                .toList();
    }

    @GET
    @Path("{module}")
    @RequiresPermission("core.module.list")
    public ModuleView show(@Context Visit visit, @PathParam("module") String module) {
        return catalogue
                .find(module)
                .map(entry -> ModuleView.of(entry, visit))
                .orElseThrow(() -> new NotFound(Text.of("core.module.unknown", module)));
    }

    @POST
    @Path("{module}/operations")
    @RequiresPermission("core.module.manage")
    public Response start(@Context Visit visit, @PathParam("module") String module, OperationDraft draft) {
        if (draft == null || draft.kind() == null) {
            throw new InvalidInput(FieldError.of("kind", null, Text.of("web.modules.kind-missing")));
        }
        ModuleOperation operation = switch (draft.kind()) {
            case INSTALL -> catalogue.install(module, draft.version(), visit.actor());
            case UPGRADE -> catalogue.upgrade(module, draft.version(), visit.actor());
            case REMOVE -> catalogue.remove(module, draft.withDependents(), visit.actor());
            case PURGE -> catalogue.purge(module, visit.actor());
        };
        return Response.accepted(OperationView.of(operation, visit))
                .location(URI.create("/api/core/v1/modules/operations/" + operation.id()))
                .build();
    }

    @GET
    @Path("operations/{operation}")
    @RequiresPermission("core.module.list")
    public OperationView operation(@Context Visit visit, @PathParam("operation") String id) {
        return catalogue
                .operation(id)
                .map(operation -> OperationView.of(operation, visit))
                .orElseThrow(() -> new NotFound(Text.of("core.operation.unknown", id)));
    }
}
