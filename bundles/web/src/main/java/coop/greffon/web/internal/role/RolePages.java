package coop.greffon.web.internal.role;

import coop.greffon.core.identity.Role;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.Problem;
import coop.greffon.core.problem.StaleEdit;
import coop.greffon.web.Page;
import coop.greffon.web.Page.Crumb;
import coop.greffon.web.RequiresPermission;
import coop.greffon.web.Visit;
import coop.greffon.web.WebResource;
import coop.greffon.web.form.Form;
import coop.greffon.web.internal.view.StaticTemplates;
import coop.greffon.web.internal.view.Templates;
import coop.greffon.web.table.Column;
import coop.greffon.web.table.ListRows;
import coop.greffon.web.table.Table;
import coop.greffon.web.table.Tables;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

/** The roles: which rights they give, and who has them. */
@Component(service = WebResource.class)
@Path("/admin/roles")
@RequiresPermission("core.role.manage")
public final class RolePages implements WebResource {
    private static final String ROOT = "/admin/roles";
    private static final Text TITLE = Text.of("web.roles.title");

    private final Templates templates = new StaticTemplates();
    private final RoleDesk desk;
    private final Tables tables;

    @Activate
    public RolePages(@Reference RoleDesk desk, @Reference Tables tables) {
        this.desk = desk;
        this.tables = tables;
    }

    @GET
    public Response list(@Context Visit visit) {
        return tables.answer(
                visit,
                table(visit),
                ListRows.of(desk::all),
                content -> Page.of(TITLE, content)
                        .withActions(templates.roleListActions(visit))
                        .withHelp("web/roles"));
    }

    private Table<Role> table(Visit visit) {
        return Table.<Role>of("roles", "web.roles.title")
                .with(Column.<Role>title("name", "web.roles.name", Role::name, role -> path(role.id())))
                .with(Column.<Role>text("origin", "web.roles.origin", RolePages::origin))
                .with(Column.<Role>number(
                        "rights", "web.roles.rights", role -> role.permissions().size()))
                .with(Column.<Role>number("accounts", "web.roles.accounts", desk::accounts))
                .with(Column.<Role>text(
                                "permissions",
                                "web.roles.permissions",
                                role -> role.permissions().stream()
                                        .map(visit::t)
                                        .sorted()
                                        .toList())
                        .exportOnly());
    }

    private static Text origin(Role role) {
        return Text.of(role.isOwn() ? "web.roles.own" : "web.roles.declared");
    }

    @GET
    @Path("new")
    public Page addition(@Context Visit visit) {
        return addition(visit, Form.of(visit, Map.of()), Set.of());
    }

    private Page addition(Visit visit, Form form, Set<String> chosen) {
        return Page.narrow(Text.of("web.roles.add"), templates.roleNew(visit, form, boxes(visit, chosen)))
                .below(new Crumb(TITLE, ROOT))
                .withHelp("web/roles");
    }

    @POST
    @Path("new")
    public Response add(
            @Context Visit visit,
            @FormParam("name") @DefaultValue("") String name,
            @FormParam("permissions") Set<String> permissions) {
        try {
            Role added = desk.add(name, permissions, visit);
            return done(path(added.id()), "web.done.role-added");
        } catch (Problem refused) {
            Form form = Form.refused(visit, Map.of("name", name), refused);
            return Response.status(422)
                    .entity(addition(visit, form, permissions))
                    .build();
        }
    }

    @GET
    @Path("{id}")
    public Page role(@Context Visit visit, @PathParam("id") String id) {
        Role role = desk.find(id);
        return page(visit, role, role.permissions(), List.of());
    }

    private Page page(Visit visit, Role role, Set<String> chosen, List<StaleRight> changes) {
        var content = templates.role(visit, role, desk.accounts(role), boxes(visit, chosen), changes);
        return Page.narrow(role.name(), content).below(new Crumb(TITLE, ROOT)).withHelp("web/roles");
    }

    @POST
    @Path("{id}")
    public Response change(
            @Context Visit visit,
            @PathParam("id") String id,
            @FormParam("revision") @DefaultValue("-1") long revision,
            @FormParam("permissions") Set<String> permissions) {
        try {
            desk.change(id, revision, permissions, visit);
            return done(path(id), "web.done.role");
        } catch (StaleEdit stale) {
            Set<String> merged = StaleRight.merged(stale, permissions);
            Page again = page(visit, desk.find(id), merged, StaleRight.of(stale, permissions, visit));
            return Response.status(Response.Status.CONFLICT).entity(again).build();
        }
    }

    @POST
    @Path("{id}/remove")
    public Response remove(@Context Visit visit, @PathParam("id") String id) {
        desk.remove(id, visit);
        return done(ROOT, "web.done.role-removed");
    }

    private List<RightBox.Group> boxes(Visit visit, Set<String> chosen) {
        return desk.modules().stream()
                .map(module -> new RightBox.Group(
                        visit.t(module.id() + ".module.name"),
                        module.info().permissions().stream()
                                .map(permission -> new RightBox(
                                        permission.id(), visit.t(permission.id()), chosen.contains(permission.id())))
                                .toList()))
                .toList();
    }

    private static Response done(String path, String message) {
        return Response.seeOther(URI.create(path + "?done=" + message)).build();
    }

    private static String path(String id) {
        return ROOT + "/" + id;
    }
}
