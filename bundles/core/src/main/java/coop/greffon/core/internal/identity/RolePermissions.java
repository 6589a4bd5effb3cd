package coop.greffon.core.internal.identity;

import coop.greffon.core.extension.Extension;
import coop.greffon.core.extension.Extensions;
import coop.greffon.core.identity.Account;
import coop.greffon.core.identity.Device;
import coop.greffon.core.identity.PermissionSource;
import coop.greffon.core.identity.Permissions;
import coop.greffon.core.identity.Roles;
import coop.greffon.core.module.Module;
import coop.greffon.core.module.ModuleInfo;
import coop.greffon.core.module.ModuleInfo.PermissionInfo;
import coop.greffon.core.module.Modules;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Permissions by the roles of an account, and by whoever grants more for a while. */
@Component(service = Permissions.class)
public final class RolePermissions implements Permissions {
    private static final Logger LOG = LoggerFactory.getLogger(RolePermissions.class);

    private final Modules modules;
    private final Roles roles;
    private final Clock clock;
    private final Extensions<PermissionSource> sources;
    private final Set<String> failing = ConcurrentHashMap.newKeySet();
    private volatile Declared declared = Declared.of(List.of());

    @Activate
    public RolePermissions(
            BundleContext context, @Reference Modules modules, @Reference Roles roles, @Reference Clock clock) {
        this(modules, roles, clock, Extensions.of(context, PermissionSource.class));
    }

    RolePermissions(Modules modules, Roles roles, Clock clock, Extensions<PermissionSource> sources) {
        this.modules = modules;
        this.roles = roles;
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
        Set<String> declared = declared();
        if (account.roles().contains(Account.ADMIN)) {
            return declared;
        }
        Instant now = clock.instant();
        Set<String> granted = new HashSet<>();
        account.roles().forEach(role -> granted.addAll(roles.permissions(role)));
        sources.all().forEach(source -> granted.addAll(granted(source, account, now)));
        granted.retainAll(declared);
        return granted;
    }

    /** Every request asks: whoever fails here grants nothing, and spoils nothing for the others. */
    private Set<String> granted(Extension<PermissionSource> source, Account account, Instant now) {
        String name = source.module() + ' ' + source.service().getClass().getName();
        try {
            Set<String> granted = source.service().permissions(account, now);
            failing.remove(name);
            return granted;
        } catch (RuntimeException | LinkageError failed) {
            if (failing.add(name)) {
                LOG.error(
                        "Module {} could not say what it grants, and is not named again until it can",
                        source.module(),
                        failed);
            }
            return Set.of();
        }
    }

    @Override
    public Set<String> of(Device device) {
        Set<String> granted = new HashSet<>(roles.permissions(device.role()));
        granted.retainAll(declared());
        return granted;
    }

    /** Every request asks, and modules seldom change. */
    private Set<String> declared() {
        List<ModuleInfo> now = modules.installed().stream()
                .map(Module::info)
                .filter(Objects::nonNull)
                .toList();
        Declared known = declared;
        if (!known.isOf(now)) {
            known = Declared.of(now);
            declared = known;
        }
        return known.permissions();
    }

    /** The permissions that some modules declare. */
    private record Declared(List<ModuleInfo> modules, Set<String> permissions) {
        static Declared of(List<ModuleInfo> modules) {
            return new Declared(
                    modules,
                    modules.stream()
                            .flatMap(info -> info.permissions().stream())
                            .map(PermissionInfo::id)
                            .collect(Collectors.toUnmodifiableSet()));
        }

        /** Whether these are the very modules; what a module says of itself is read once. */
        boolean isOf(List<ModuleInfo> others) {
            return modules.size() == others.size()
                    && IntStream.range(0, modules.size()).allMatch(i -> modules.get(i) == others.get(i));
        }
    }
}
