package coop.greffon.web.internal.device;

import coop.greffon.core.identity.Device;
import coop.greffon.core.identity.Devices;
import coop.greffon.core.identity.Devices.Code;
import coop.greffon.core.identity.Role;
import coop.greffon.core.identity.Roles;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.Refused;
import coop.greffon.web.Visit;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What whoever manages devices may do to them; pages and addresses for programs share it.
 *
 * <p>Nobody makes a device that has a right they lack, which would be a way to more rights.
 */
@Component(service = DeviceDesk.class)
public final class DeviceDesk {
    private final Devices devices;
    private final Roles roles;

    @Activate
    public DeviceDesk(@Reference Devices devices, @Reference Roles roles) {
        this.devices = devices;
        this.roles = roles;
    }

    List<Device> list() {
        return devices.list();
    }

    Device find(long id) {
        return devices.device(id);
    }

    /** The roles a device may have. */
    List<Role> roles() {
        return roles.all().stream().filter(role -> !role.isAdministration()).toList();
    }

    Code announce(String name, String role, Visit visit) {
        requireNoMoreRights(role, visit);
        return devices.announce(name, role, visit.actor());
    }

    Code renew(long id, Visit visit) {
        requireNoMoreRights(devices.device(id).role(), visit);
        return devices.renew(id, visit.actor());
    }

    void revoke(long id, Visit visit) {
        devices.revoke(id, visit.actor());
    }

    private void requireNoMoreRights(String role, Visit visit) {
        if (role != null && !roles.permissions(role).stream().allMatch(visit::may)) {
            throw new Refused(Text.of("web.accounts.more-rights", role));
        }
    }
}
