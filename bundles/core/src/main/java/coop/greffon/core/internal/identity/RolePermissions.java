package coop.greffon.core.internal.identity;

import coop.greffon.core.extension.Extensions;
import coop.greffon.core.identity.Account;
import coop.greffon.core.identity.PermissionSource;
import coop.greffon.core.identity.Permissions;
import coop.greffon.core.module.Module;
import coop.greffon.core.module.ModuleInfo.PermissionInfo;
import coop.greffon.core.module.Modules;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Permissions by the roles that installed modules declare, and by whoever grants more for a while. */
@Component(service = Permissions.class)
public final class RolePermissions implements Permissions {
    private final Modules modules;
    private final Clock clock;
    private final Extensions<PermissionSource> sources;

    @Activate
    public RolePermissions(BundleContext context, @Reference Modules modules, @Reference Clock clock) {
        this(modules, clock, Extensions.of(context, PermissionSource.class));
    }

    RolePermissions(Modules modules, Clock clock, Extensions<PermissionSource> sources) {
        this.modules = modules;
        this.clock = clock;
        this.sources = sources;
    }

    @Deactivate
    void stop() {
        sources.close();
    }

    @Override
    public boolean allows(Account account, String permission) {
        return of(account).contains(permission);
    }

    @Override
    public Set<String> of(Account account) {
        Set<String> declared = declared().map(PermissionInfo::id).collect(Collectors.toSet());
        if (account.roles().contains(Account.ADMIN)) {
            return declared;
        }
        Instant now = clock.instant();
        Set<String> granted = new HashSet<>();
        declared()
                .filter(permission -> permission.roles().stream().anyMatch(account.roles()::contains))
                .forEach(permission -> granted.add(permission.id()));
        sources.stream().forEach(source -> granted.addAll(source.permissions(account, now)));
        granted.retainAll(declared);
        return granted;
    }

    private Stream<PermissionInfo> declared() {
        return modules.installed().stream()
                .map(Module::info)
                .filter(Objects::nonNull)
                .flatMap(info -> info.permissions().stream());
    }
}
