package coop.greffon.web.internal.role;

import coop.greffon.core.identity.AccountQuery;
import coop.greffon.core.identity.AccountQuery.Order;
import coop.greffon.core.identity.Accounts;
import coop.greffon.core.identity.Role;
import coop.greffon.core.identity.Roles;
import coop.greffon.core.message.Text;
import coop.greffon.core.module.Module;
import coop.greffon.core.module.Modules;
import coop.greffon.core.problem.Refused;
import coop.greffon.web.Visit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What whoever manages roles may do to them; pages and addresses for programs share it.
 *
 * <p>Nobody gives or takes away a right that they do not have themselves, so managing roles is no way to more rights.
 */
@Component(service = RoleDesk.class)
public final class RoleDesk {
    private final Roles roles;
    private final Accounts accounts;
    private final Modules modules;

    @Activate
    public RoleDesk(@Reference Roles roles, @Reference Accounts accounts, @Reference Modules modules) {
        this.roles = roles;
        this.accounts = accounts;
        this.modules = modules;
    }

    List<Role> all() {
        return roles.all();
    }

    Role find(String id) {
        return roles.role(id);
    }

    /** How many accounts have a role. */
    long accounts(Role role) {
        return accounts.count(new AccountQuery(null, role.id(), null, Order.NAME, false));
    }

    /** The modules that declare rights. */
    List<Module> modules() {
        return modules.installed().stream()
                .filter(module ->
                        module.info() != null && !module.info().permissions().isEmpty())
                .toList();
    }

    Role add(String name, Set<String> permissions, Visit visit) {
        requireOwnRights(permissions, visit);
        return roles.add(name, permissions, visit.actor());
    }

    Role change(String id, long revision, Set<String> permissions, Visit visit) {
        Role before = roles.role(id);
        Set<String> touched = new HashSet<>(permissions);
        touched.removeAll(before.permissions());
        before.permissions().stream()
                .filter(permission -> !permissions.contains(permission))
                .forEach(touched::add);
        requireOwnRights(touched, visit);
        return roles.change(id, revision, permissions, visit.actor());
    }

    void remove(String id, Visit visit) {
        requireOwnRights(roles.role(id).permissions(), visit);
        roles.remove(id, visit.actor());
    }

    private static void requireOwnRights(Set<String> permissions, Visit visit) {
        permissions.stream()
                .filter(permission -> !visit.may(permission))
                .sorted()
                .findFirst()
                .ifPresent(permission -> {
                    throw new Refused(Text.of("web.roles.not-yours", Text.of(permission)));
                });
    }
}
