package coop.greffon.web.internal.device;

import com.fasterxml.jackson.annotation.JsonInclude;
import coop.greffon.core.identity.Device;
import coop.greffon.core.identity.Devices;
import coop.greffon.core.identity.Devices.Code;
import coop.greffon.core.identity.Devices.Enrolled;
import coop.greffon.web.Open;
import coop.greffon.web.RequiresPermission;
import coop.greffon.web.Visit;
import coop.greffon.web.WebResource;
import coop.greffon.web.rest.Sent;
import java.time.Instant;
import java.util.List;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
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

/** Devices for programs: announced by whoever manages them, enrolled by themselves. */
@Component(service = WebResource.class)
@Path("/api/core/v1/devices")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequiresPermission("core.device.manage")
public final class DeviceResource implements WebResource {
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DeviceBody(
            long id,
            String name,
            String role,
            Device.State state,
            Instant addedAt,
            Instant enrolledAt,
            Instant lastSeenAt) {
        static DeviceBody of(Device device) {
            return new DeviceBody(
                    device.id(),
                    device.name(),
                    device.role(),
                    device.state(),
                    device.addedAt(),
                    device.enrolledAt(),
                    device.lastSeenAt());
        }
    }

    record NewDevice(String name, String role) {}

    record CodeBody(DeviceBody device, String code, Instant until) {
        static CodeBody of(Code code) {
            return new CodeBody(DeviceBody.of(code.device()), code.code(), code.until());
        }
    }

    record TypedCode(String code) {}

    /** @param token for the header {@code Authorization: Bearer} */
    record Enrolment(DeviceBody device, String token) {}

    private final DeviceDesk desk;
    private final Devices devices;

    @Activate
    public DeviceResource(@Reference DeviceDesk desk, @Reference Devices devices) {
        this.desk = desk;
        this.devices = devices;
    }

    @GET
    public List<DeviceBody> list() {
        return desk.list().stream().map(DeviceBody::of).toList();
    }

    @GET
    @Path("{id}")
    public DeviceBody device(@PathParam("id") long id) {
        return DeviceBody.of(desk.find(id));
    }

    /** Announces a device; the answer holds its code, which is kept nowhere. */
    @POST
    public Response announce(@Context Visit visit, NewDevice sent) {
        String name = Sent.required("name", Sent.body(sent).name());
        Code code = desk.announce(name, Sent.required("role", sent.role()), visit);
        return Response.status(Response.Status.CREATED)
                .entity(CodeBody.of(code))
                .build();
    }

    @POST
    @Path("{id}/code")
    public CodeBody renew(@Context Visit visit, @PathParam("id") long id) {
        return CodeBody.of(desk.renew(id, visit));
    }

    @DELETE
    @Path("{id}")
    public Response revoke(@Context Visit visit, @PathParam("id") long id) {
        desk.revoke(id, visit);
        return Response.noContent().build();
    }

    /** Uses a code up; the answer holds the token of the device, which is kept nowhere. */
    @POST
    @Path("enrolment")
    @Open
    public Response enrol(@Context HttpServletRequest request, TypedCode sent) {
        String code = Sent.required("code", Sent.body(sent).code());
        Enrolled enrolled = devices.enrol(code, request.getRemoteAddr());
        return Response.status(Response.Status.CREATED)
                .entity(new Enrolment(DeviceBody.of(enrolled.device()), enrolled.token()))
                .build();
    }
}
