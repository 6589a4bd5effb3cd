package coop.greffon.core.internal.identity;

import coop.greffon.core.audit.Audit;
import coop.greffon.core.audit.FieldChange;
import coop.greffon.core.identity.Account;
import coop.greffon.core.identity.Actor;
import coop.greffon.core.identity.Role;
import coop.greffon.core.identity.Roles;
import coop.greffon.core.internal.persistence.Sql;
import coop.greffon.core.message.Messages;
import coop.greffon.core.message.Text;
import coop.greffon.core.module.Module;
import coop.greffon.core.module.ModuleInfo.PermissionInfo;
import coop.greffon.core.module.Modules;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.problem.NotFound;
import coop.greffon.core.problem.Refused;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What modules declare, with the co-op's own decisions laid over it. Only the decisions are stored: a module that brings a new permission
 * gives it to the roles it names, until the co-op decides about that permission.
 *
 * <p>Each request asks for the rights of its account, so the decisions are remembered for some seconds; what is decided here shows here at
 * once, on another node within {@link #REMEMBERED}.
 */
@Component(service = Roles.class)
public final class StoredRoles implements Roles {
    private static final Duration REMEMBERED = Duration.ofSeconds(5);
    private static final String RECORD = "core.role";
    private static final int LONGEST_ID = 40;
    private static final int SHORTEST_NAME = 2;
    private static final int LONGEST_NAME = 80;

    /** @param names what the co-op's own roles are called, by id
     * @param granted by role and permission, whether the co-op gave it or took it away */
    private record Decisions(Map<String, String> names, Map<String, Map<String, Boolean>> granted, Instant until) {}

    private final Sql sql;
    private final Modules modules;
    private final Messages messages;
    private final Audit audit;
    private final Clock clock;
    private volatile Decisions remembered;

    @Activate
    public StoredRoles(
            @Reference(target = "(osgi.unit.name=core)") JpaTemplate jpa,
            @Reference Modules modules,
            @Reference Messages messages,
            @Reference Audit audit,
            @Reference Clock clock) {
        this.sql = new Sql(jpa);
        this.modules = modules;
        this.messages = messages;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public List<Role> all() {
        Decisions decisions = decisions();
        Map<String, Set<String>> declared = declared();
        List<Role> roles = new ArrayList<>();
        roles.add(administration());
        declared.keySet().stream().sorted().forEach(id -> roles.add(role(id, declared, decisions)));
        decisions.names().keySet().stream()
                .filter(id -> !declared.containsKey(id))
                .sorted()
                .forEach(id -> roles.add(role(id, declared, decisions)));
        return roles;
    }

    @Override
    public Role role(String id) {
        return find(id).orElseThrow(() -> new NotFound(Text.of("core.role.unknown", id)));
    }

    private Optional<Role> find(String id) {
        return all().stream().filter(role -> role.id().equals(id)).findFirst();
    }

    private Role administration() {
        Set<String> every = everyPermission();
        return new Role(Account.ADMIN, Text.of("core.role.admin"), false, every, every);
    }

    private Role role(String id, Map<String, Set<String>> declared, Decisions decisions) {
        String own = decisions.names().get(id);
        Set<String> byModules = declared.getOrDefault(id, Set.of());
        return new Role(id, name(id, own), own != null, allowed(id, byModules, decisions), byModules);
    }

    private Text name(String id, String own) {
        String key = "core.role." + id;
        if (own != null) {
            return Text.of("core.role.own", own);
        }
        return messages.has(key) ? Text.of(key) : Text.of("core.role.own", id);
    }

    private static Set<String> allowed(String id, Set<String> declared, Decisions decisions) {
        Set<String> allowed = new HashSet<>(declared);
        decisions.granted().getOrDefault(id, Map.of()).forEach((permission, isGranted) -> {
            if (isGranted) {
                allowed.add(permission);
            } else {
                allowed.remove(permission);
            }
        });
        return allowed;
    }

    @Override
    public Set<String> permissions(String id) {
        return id.equals(Account.ADMIN)
                ? everyPermission()
                : allowed(id, declared().getOrDefault(id, Set.of()), decisions());
    }

    @Override
    public Role add(String name, Set<String> permissions, Actor by) {
        String called = name == null ? "" : name.strip();
        String id = idOf(called);
        if (called.length() < SHORTEST_NAME || called.length() > LONGEST_NAME || id.isEmpty()) {
            throw new InvalidInput(
                    FieldError.of("name", name, Text.of("core.role.name-bad", SHORTEST_NAME, LONGEST_NAME)));
        }
        requireKnown(permissions);
        sql.required(connection -> {
            int added = find(id).isPresent()
                    ? 0
                    : Sql.update(
                            connection,
                            "insert into greffon_core_role (role, name, created_at) values (?, ?, ?) on conflict do nothing",
                            id,
                            called,
                            clock.instant());
            if (added == 0) {
                throw new InvalidInput(FieldError.of("name", name, Text.of("core.role.name-taken", called)));
            }
            decide(connection, id, Set.of(), permissions);
            audit.record(
                    by,
                    "core.audit.role-added",
                    RECORD,
                    id,
                    List.of(new FieldChange("permissions", null, sorted(permissions))));
            return added;
        });
        forget();
        return role(id);
    }

    /** What a role is called in addresses: its name without accents, capitals and spaces. */
    static String idOf(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        String id = plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return id.substring(0, Math.min(LONGEST_ID, id.length()));
    }

    @Override
    public Role change(String id, Set<String> permissions, Actor by) {
        if (id.equals(Account.ADMIN)) {
            throw new Refused(Text.of("core.role.administration-fixed"));
        }
        Role before = role(id);
        requireKnown(permissions);
        if (!before.permissions().equals(permissions)) {
            sql.required(connection -> {
                decide(connection, id, before.declared(), permissions);
                audit.record(
                        by,
                        "core.audit.role-set",
                        RECORD,
                        id,
                        List.of(new FieldChange("permissions", sorted(before.permissions()), sorted(permissions))));
                return id;
            });
            forget();
        }
        return role(id);
    }

    /** Stores what differs from what modules declare, for the permissions that are known now. */
    private void decide(Connection connection, String id, Set<String> declared, Set<String> wanted)
            throws SQLException {
        for (String permission : everyPermission()) {
            Sql.update(
                    connection,
                    "delete from greffon_core_role_permission where role = ? and permission = ?",
                    id,
                    permission);
            boolean isWanted = wanted.contains(permission);
            if (isWanted != declared.contains(permission)) {
                Sql.update(
                        connection,
                        "insert into greffon_core_role_permission (role, permission, granted) values (?, ?, ?)",
                        id,
                        permission,
                        isWanted);
            }
        }
    }

    @Override
    public void remove(String id, Actor by) {
        Role role = role(id);
        if (!role.isOwn()) {
            throw new Refused(Text.of("core.role.declared"));
        }
        sql.required(connection -> {
            if (isGiven(connection, id)) {
                throw new Refused(Text.of("core.role.in-use"));
            }
            Sql.update(connection, "delete from greffon_core_role_permission where role = ?", id);
            Sql.update(connection, "delete from greffon_core_role where role = ?", id);
            audit.record(
                    by,
                    "core.audit.role-removed",
                    RECORD,
                    id,
                    List.of(new FieldChange("permissions", sorted(role.permissions()), null)));
            return id;
        });
        forget();
    }

    private static boolean isGiven(Connection connection, String id) throws SQLException {
        try (PreparedStatement select = Sql.prepare(
                        connection,
                        "select 1 from greffon_core_account_role where role = ?"
                                + " union all select 1 from greffon_core_device where role = ? and revoked_at is null limit 1",
                        id,
                        id);
                ResultSet row = select.executeQuery()) {
            return row.next();
        }
    }

    private void requireKnown(Set<String> permissions) {
        Set<String> known = everyPermission();
        List<FieldError> unknown = permissions.stream()
                .filter(permission -> !known.contains(permission))
                .sorted()
                .map(permission ->
                        FieldError.of("permissions", permission, Text.of("core.role.permission-unknown", permission)))
                .toList();
        if (!unknown.isEmpty()) {
            throw new InvalidInput(unknown);
        }
    }

    private Set<String> everyPermission() {
        Set<String> every = new HashSet<>();
        modules.installed().stream()
                .map(Module::info)
                .filter(Objects::nonNull)
                .flatMap(info -> info.permissions().stream())
                .forEach(permission -> every.add(permission.id()));
        return every;
    }

    private Map<String, Set<String>> declared() {
        Map<String, Set<String>> declared = new HashMap<>();
        for (Module module : modules.installed()) {
            for (PermissionInfo permission : module.info() == null
                    ? List.<PermissionInfo>of()
                    : module.info().permissions()) {
                for (String role : permission.roles()) {
                    declared.computeIfAbsent(role, ignored -> new HashSet<>()).add(permission.id());
                }
            }
        }
        declared.remove(Account.ADMIN);
        return declared;
    }

    private Decisions decisions() {
        Decisions known = remembered;
        Instant now = clock.instant();
        if (known == null || !now.isBefore(known.until())) {
            known = sql.required(connection -> read(connection, now.plus(REMEMBERED)));
            remembered = known;
        }
        return known;
    }

    private static Decisions read(Connection connection, Instant until) throws SQLException {
        Map<String, String> names = new LinkedHashMap<>();
        try (PreparedStatement select = Sql.prepare(connection, "select role, name from greffon_core_role");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                names.put(row.getString(1), row.getString(2));
            }
        }
        Map<String, Map<String, Boolean>> granted = new HashMap<>();
        try (PreparedStatement select =
                        Sql.prepare(connection, "select role, permission, granted from greffon_core_role_permission");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                granted.computeIfAbsent(row.getString(1), ignored -> new HashMap<>())
                        .put(row.getString(2), row.getBoolean(3));
            }
        }
        return new Decisions(names, granted, until);
    }

    private void forget() {
        remembered = null;
    }

    private static String sorted(Set<String> permissions) {
        return String.join(", ", new TreeSet<>(permissions));
    }
}
