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
import coop.greffon.core.problem.StaleEdit;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What modules declare, with the co-op's own decisions laid over it. Only the decisions are stored: a module that brings a new permission
 * gives it to the roles it names, until the co-op decides about that permission.
 *
 * <p>Each request asks for the rights of its account, so the decisions are remembered for some seconds; what is decided here shows here at
 * once, on another node within {@link Lately#KEPT}. A decision is a transaction of its own: within a caller's it would show too early or
 * too late.
 */
@Component(service = Roles.class)
public final class StoredRoles implements Roles {
    private static final String RECORD = "core.role";
    private static final String EVERY_ROLE = "*";
    private static final int LONGEST_ID = 40;
    private static final int SHORTEST_NAME = 2;
    private static final int LONGEST_NAME = 80;

    private final Sql sql;
    private final Modules modules;
    private final Messages messages;
    private final Audit audit;
    private final Clock clock;
    private final Lately<String, RoleDecisions> lately;

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
        this.lately = new Lately<>(clock, 1);
    }

    @Override
    public List<Role> all() {
        return all(decisions());
    }

    private List<Role> all(RoleDecisions decisions) {
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
        return new Role(Account.ADMIN, Text.of("core.role.admin"), false, every, every, 0);
    }

    private Role role(String id, Map<String, Set<String>> declared, RoleDecisions decisions) {
        String own = decisions.names().get(id);
        Set<String> byModules = declared.getOrDefault(id, Set.of());
        return new Role(
                id, name(id, own), own != null, decisions.allowed(id, byModules), byModules, decisions.revision(id));
    }

    private Text name(String id, String own) {
        String key = "core.role." + id;
        if (own != null) {
            return Text.of("core.role.own", own);
        }
        return messages.has(key) ? Text.of(key) : Text.of("core.role.own", id);
    }

    @Override
    public Set<String> permissions(String id) {
        return id.equals(Account.ADMIN)
                ? everyPermission()
                : decisions().allowed(id, declared().getOrDefault(id, Set.of()));
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
        return decide(connection -> {
            RoleDecisions.lock(connection, id);
            int added = find(id, connection).isPresent()
                    ? 0
                    : Sql.update(
                            connection,
                            "insert into greffon_core_role (role, name, created_at) values (?, ?, ?)",
                            id,
                            called,
                            clock.instant());
            if (added == 0) {
                throw new InvalidInput(FieldError.of("name", name, Text.of("core.role.name-taken", called)));
            }
            RoleDecisions.write(connection, id, everyPermission(), Set.of(), permissions);
            record(by, "core.audit.role-added", id, null, permissions);
            return stored(id, connection);
        });
    }

    /** What a role is called in addresses: its name without accents, capitals and spaces. */
    static String idOf(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        String id = plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return id.substring(0, Math.min(LONGEST_ID, id.length()));
    }

    @Override
    public Role change(String id, long revision, Set<String> permissions, Actor by) {
        if (id.equals(Account.ADMIN)) {
            throw new Refused(Text.of("core.role.administration-fixed"));
        }
        role(id);
        requireKnown(permissions);
        return decide(connection -> {
            RoleDecisions.lock(connection, id);
            Role before = stored(id, connection);
            if (before.permissions().equals(permissions)) {
                return before;
            }
            if (before.revision() != revision) {
                throw new StaleEdit(RoleHistory.since(audit.history(RECORD, id), before, revision, permissions));
            }
            RoleDecisions.write(connection, id, everyPermission(), before.declared(), permissions);
            record(by, "core.audit.role-set", id, before.permissions(), permissions);
            return stored(id, connection);
        });
    }

    @Override
    public void remove(String id, Actor by) {
        if (!role(id).isOwn()) {
            throw new Refused(Text.of("core.role.declared"));
        }
        decide(connection -> {
            RoleDecisions.lock(connection, id);
            Role role = stored(id, connection);
            if (isGiven(connection, id)) {
                throw new Refused(Text.of("core.role.in-use"));
            }
            RoleDecisions.remove(connection, id);
            record(by, "core.audit.role-removed", id, role.permissions(), null);
            return id;
        });
    }

    private <R> R decide(Sql.Work<R> work) {
        return lately.changing((key, known) -> true, () -> sql.requiresNew(work));
    }

    /** A role as this transaction sees it, whatever others remember. */
    private Role stored(String id, Connection connection) throws SQLException {
        return find(id, connection).orElseThrow(() -> new NotFound(Text.of("core.role.unknown", id)));
    }

    private Optional<Role> find(String id, Connection connection) throws SQLException {
        return all(RoleDecisions.read(connection)).stream()
                .filter(role -> role.id().equals(id))
                .findFirst();
    }

    private void record(Actor by, String action, String id, Set<String> before, Set<String> after) {
        var change = new FieldChange(
                RoleHistory.PERMISSIONS,
                before == null ? null : RoleHistory.written(before),
                after == null ? null : RoleHistory.written(after));
        audit.record(by, action, RECORD, id, List.of(change));
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

    private RoleDecisions decisions() {
        return lately.of(EVERY_ROLE, () -> Optional.of(sql.required(RoleDecisions::read)))
                .orElseThrow();
    }
}
