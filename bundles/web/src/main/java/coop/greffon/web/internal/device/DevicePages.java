package coop.greffon.web.internal.device;

import coop.greffon.core.identity.Device;
import coop.greffon.core.identity.Devices.Code;
import coop.greffon.core.identity.Role;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.Problem;
import coop.greffon.web.Page;
import coop.greffon.web.Page.Crumb;
import coop.greffon.web.RequiresPermission;
import coop.greffon.web.Visit;
import coop.greffon.web.WebResource;
import coop.greffon.web.form.Choice;
import coop.greffon.web.form.Form;
import coop.greffon.web.internal.view.StaticTemplates;
import coop.greffon.web.internal.view.Templates;
import coop.greffon.web.table.Column;
import coop.greffon.web.table.Column.Tone;
import coop.greffon.web.table.ListRows;
import coop.greffon.web.table.Table;
import coop.greffon.web.table.Tables;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.FormParam;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The devices: announced with a code that is shown once, seen, revoked. */
@Component(service = WebResource.class)
@Path("/admin/devices")
@RequiresPermission("core.device.manage")
public final class DevicePages implements WebResource {
    private static final String ROOT = "/admin/devices";
    private static final Text TITLE = Text.of("web.devices.title");

    private final Templates templates = new StaticTemplates();
    private final DeviceDesk desk;
    private final Tables tables;

    @Activate
    public DevicePages(@Reference DeviceDesk desk, @Reference Tables tables) {
        this.desk = desk;
        this.tables = tables;
    }

    @GET
    public Response list(@Context Visit visit) {
        return tables.answer(
                visit,
                table(visit),
                ListRows.of(desk::list),
                content -> Page.of(TITLE, content)
                        .withActions(templates.deviceListActions(visit))
                        .withHelp("web/devices"));
    }

    private Table<Device> table(Visit visit) {
        Map<String, String> names =
                desk.roles().stream().collect(Collectors.toMap(Role::id, role -> visit.t(role.name())));
        return Table.<Device>of("devices", "web.devices.title")
                .with(Column.<Device>title(
                        "name", "web.devices.name", Device::name, device -> ROOT + "/" + device.id()))
                .with(Column.<Device>text(
                        "role", "web.devices.role", device -> names.getOrDefault(device.role(), device.role())))
                .with(Column.<Device>state(
                        "state", "web.devices.state", device -> state(device.state()), DevicePages::tone))
                .with(Column.<Device>moment("added", "web.devices.added", Device::addedAt))
                .with(Column.<Device>moment("seen", "web.devices.last-seen", Device::lastSeenAt))
                .empty("web.devices.empty", "web.devices.empty-next");
    }

    private static Text state(Device.State state) {
        return Text.of("web.devices.state." + state);
    }

    private static Tone tone(Device device) {
        return switch (device.state()) {
            case ENROLLED -> Tone.OK;
            case AWAITED -> Tone.INFO;
            case REVOKED -> Tone.NEUTRAL;
        };
    }

    @GET
    @Path("new")
    public Page addition(@Context Visit visit) {
        return addition(visit, Form.of(visit, Map.of()));
    }

    private Page addition(Visit visit, Form form) {
        // Nothing is chosen for them: the first role of a list would be as good as any.
        List<Choice> roles = Stream.concat(
                        Stream.of(new Choice("", "")),
                        desk.roles().stream().map(role -> new Choice(role.id(), visit.t(role.name()))))
                .toList();
        return Page.narrow(Text.of("web.devices.add"), templates.deviceNew(visit, form, roles))
                .below(new Crumb(TITLE, ROOT))
                .withHelp("web/devices");
    }

    @POST
    @Path("new")
    public Response add(
            @Context Visit visit,
            @Context UriInfo address,
            @FormParam("name") @DefaultValue("") String name,
            @FormParam("role") @DefaultValue("") String role) {
        try {
            return Response.ok(code(visit, address, desk.announce(name, role, visit)))
                    .build();
        } catch (Problem refused) {
            Form form = Form.refused(visit, Map.of("name", name, "role", role), refused);
            return Response.status(422).entity(addition(visit, form)).build();
        }
    }

    /** Shown in the answer itself and never again: only its hash is kept. */
    private Page code(Visit visit, UriInfo address, Code code) {
        String page = address.getBaseUri().resolve("/device").toString();
        return Page.narrow(
                        Text.of("web.devices.code-title", code.device().name()),
                        templates.deviceCode(visit, page, code.code(), visit.moment(code.until())))
                .below(new Crumb(TITLE, ROOT))
                .withHelp("web/devices");
    }

    @GET
    @Path("{id}")
    public Page device(@Context Visit visit, @PathParam("id") long id) {
        Device device = desk.find(id);
        return Page.narrow(
                        Text.of("web.text", device.name()),
                        templates.device(visit, device, visit.t(state(device.state()))))
                .below(new Crumb(TITLE, ROOT))
                .withHelp("web/devices");
    }

    @POST
    @Path("{id}/code")
    public Page renew(@Context Visit visit, @Context UriInfo address, @PathParam("id") long id) {
        return code(visit, address, desk.renew(id, visit));
    }

    @POST
    @Path("{id}/revoke")
    public Response revoke(@Context Visit visit, @PathParam("id") long id) {
        desk.revoke(id, visit);
        return Response.seeOther(URI.create(ROOT + "/" + id + "?done=web.done.device-revoked"))
                .build();
    }
}
