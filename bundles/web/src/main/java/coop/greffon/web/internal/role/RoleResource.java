package coop.greffon.web.internal.role;

import coop.greffon.core.identity.Role;
import coop.greffon.web.RequiresPermission;
import coop.greffon.web.Visit;
import coop.greffon.web.WebResource;
import coop.greffon.web.rest.Sent;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Roles for programs. */
@Component(service = WebResource.class)
@Path("/api/core/v1/roles")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequiresPermission("core.role.manage")
public final class RoleResource implements WebResource {
    /** @param declared what modules give it unless the co-op decides otherwise */
    record RoleBody(
            String id,
            String name,
            boolean own,
            Set<String> permissions,
            Set<String> declared,
            long accounts,
            long revision) {}

    record NewRole(String name, Set<String> permissions) {}

    record Rights(Set<String> permissions) {}

    private final RoleDesk desk;

    @Activate
    public RoleResource(@Reference RoleDesk desk) {
        this.desk = desk;
    }

    @GET
    public List<RoleBody> list(@Context Visit visit) {
        return desk.all().stream().map(role -> body(visit, role)).toList();
    }

    @GET
    @Path("{id}")
    public Response role(@Context Visit visit, @PathParam("id") String id) {
        return answer(visit, Response.Status.OK, desk.find(id));
    }

    @POST
    public Response add(@Context Visit visit, NewRole sent) {
        Set<String> permissions = Sent.whole("permissions", Sent.body(sent).permissions());
        Role added = desk.add(Sent.required("name", sent.name()), permissions, visit);
        return answer(visit, Response.Status.CREATED, added);
    }

    /** Replaces what a role allows; {@code If-Match} names the revision that was read. */
    @PUT
    @Path("{id}/permissions")
    public Response change(
            @Context Visit visit, @PathParam("id") String id, @HeaderParam("If-Match") String ifMatch, Rights sent) {
        Set<String> permissions = Sent.whole("permissions", Sent.body(sent).permissions());
        return answer(visit, Response.Status.OK, desk.change(id, Sent.revision(ifMatch), permissions, visit));
    }

    @DELETE
    @Path("{id}")
    public Response remove(@Context Visit visit, @PathParam("id") String id) {
        desk.remove(id, visit);
        return Response.noContent().build();
    }

    private Response answer(Visit visit, Response.Status status, Role role) {
        return Response.status(status)
                .entity(body(visit, role))
                .tag(Long.toString(role.revision()))
                .build();
    }

    private RoleBody body(Visit visit, Role role) {
        return new RoleBody(
                role.id(),
                visit.t(role.name()),
                role.isOwn(),
                new TreeSet<>(role.permissions()),
                new TreeSet<>(role.declared()),
                desk.accounts(role),
                role.revision());
    }
}
