package coop.greffon.core.internal.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.greffon.core.audit.Change;
import coop.greffon.core.audit.FieldChange;
import coop.greffon.core.extension.Extensions;
import coop.greffon.core.identity.Account;
import coop.greffon.core.identity.AccountDraft;
import coop.greffon.core.identity.Actor;
import coop.greffon.core.identity.PermissionSource;
import coop.greffon.core.identity.Role;
import coop.greffon.core.internal.audit.JpaAudit;
import coop.greffon.core.internal.mail.NamedCoop;
import coop.greffon.core.message.Messages;
import coop.greffon.core.message.Text;
import coop.greffon.core.module.Module;
import coop.greffon.core.module.ModuleInfo;
import coop.greffon.core.module.ModuleInfo.PermissionInfo;
import coop.greffon.core.module.ModuleState;
import coop.greffon.core.module.Modules;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.problem.NotFound;
import coop.greffon.core.problem.Refused;
import coop.greffon.core.problem.StaleEdit;
import coop.greffon.testing.AdjustableClock;
import coop.greffon.testing.TestDatabase;
import coop.greffon.testing.TestStore;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RolesTest {
    private static final Actor CONSOLE = Actor.console();

    private final AdjustableClock clock = AdjustableClock.at("2026-11-22T09:00:00Z");
    private final List<Module> installed = new ArrayList<>();
    private TestStore store;
    private JpaAudit audit;
    private JpaAccounts accounts;
    private StoredRoles roles;

    private void on(TestDatabase database) {
        store = database.fresh();
        audit = new JpaAudit(store.jpa("core"), clock);
        accounts = new JpaAccounts(store.jpa("core"), audit, clock, new NamedCoop("La Clairette"));
        installed.clear();
        install(
                "members",
                new PermissionInfo("members.member.list", List.of("desk", "coordinator")),
                new PermissionInfo("members.member.edit", List.of("coordinator")));
        roles = roles();
    }

    private StoredRoles roles() {
        return new StoredRoles(store.jpa("core"), new Installed(), new DeskIsNamed(), audit, clock);
    }

    private void install(String id, PermissionInfo... permissions) {
        var info = new ModuleInfo(id, "people", null, null, List.of(permissions), null, null, null);
        installed.add(new Module(id, "1.0.0", ModuleState.RUNNING, null, info));
    }

    private Set<String> rightsOf(String... given) {
        Account account =
                accounts.create(new AccountDraft(null, "Nadia B.", Locale.FRENCH, Set.of(), Set.of(given)), CONSOLE);
        return new RolePermissions(new Installed(), roles, clock, Extensions.<PermissionSource>fixed("shifts"))
                .of(account);
    }

    @ParameterizedTest
    @EnumSource
    void aSourceThatFailsGrantsNothingAndSpoilsNothing(TestDatabase database) {
        on(database);
        Account karim =
                accounts.create(new AccountDraft(null, "Karim", Locale.FRENCH, Set.of(), Set.of("desk")), CONSOLE);
        PermissionSource broken = (account, at) -> {
            throw new IllegalStateException("for the test");
        };
        PermissionSource halfGone = (account, at) -> {
            throw new NoClassDefFoundError("for the test");
        };
        PermissionSource sound = (account, at) -> Set.of("members.member.edit");
        var permissions =
                new RolePermissions(new Installed(), roles, clock, Extensions.fixed("shifts", broken, halfGone, sound));

        assertThat(permissions.of(karim)).containsExactlyInAnyOrder("members.member.list", "members.member.edit");
    }

    @ParameterizedTest
    @EnumSource
    void aSourceThatFailsIsLoggedOnceUntilItAnswersAgain(TestDatabase database) {
        on(database);
        Account karim =
                accounts.create(new AccountDraft(null, "Karim", Locale.FRENCH, Set.of(), Set.of("desk")), CONSOLE);
        var isBroken = new AtomicBoolean(true);
        PermissionSource source = (account, at) -> {
            if (isBroken.get()) {
                throw new IllegalStateException("for the test");
            }
            return Set.of();
        };
        PermissionSource sound = (account, at) -> Set.of();
        var permissions = new RolePermissions(new Installed(), roles, clock, Extensions.fixed("shifts", source, sound));

        assertThat(complaints(() -> permissions.of(karim))).isEqualTo(1);
        assertThat(complaints(() -> permissions.of(karim))).isZero();
        isBroken.set(false);
        assertThat(complaints(() -> permissions.of(karim))).isZero();
        isBroken.set(true);
        assertThat(complaints(() -> permissions.of(karim))).isEqualTo(1);
    }

    private static long complaints(Runnable work) {
        PrintStream usual = System.err;
        var written = new ByteArrayOutputStream();
        System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
        try {
            work.run();
        } finally {
            System.setErr(usual);
        }
        return written.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.contains("Module shifts could not say"))
                .count();
    }

    private Role change(String id, String... permissions) {
        return roles.change(id, roles.role(id).revision(), Set.of(permissions), CONSOLE);
    }

    private List<FieldChange> lastChange(String role) {
        return audit.history("core.role", role).get(0).fields();
    }

    @ParameterizedTest
    @EnumSource
    void modulesDeclareRolesAndAdministrationHasEverything(TestDatabase database) {
        on(database);

        assertThat(roles.all()).extracting(Role::id).containsExactly("admin", "coordinator", "desk");
        assertThat(roles.role("desk").permissions()).containsExactly("members.member.list");
        assertThat(roles.role("desk").name().key()).isEqualTo("core.role.desk");
        assertThat(roles.role("coordinator").name().arguments()).containsExactly("coordinator");
        assertThat(roles.role("admin").permissions())
                .containsExactlyInAnyOrder("members.member.list", "members.member.edit");
        assertThat(rightsOf("desk")).containsExactly("members.member.list");
        assertThat(roles.permissions("nobody")).isEmpty();
        assertThatThrownBy(() -> roles.role("nobody")).isInstanceOf(NotFound.class);
    }

    @ParameterizedTest
    @EnumSource
    void theCoopDecidesOtherwise(TestDatabase database) {
        on(database);

        change("desk", "members.member.edit");

        assertThat(roles.role("desk").permissions()).containsExactly("members.member.edit");
        assertThat(roles.role("desk").declared()).containsExactly("members.member.list");
        assertThat(roles.role("coordinator").permissions())
                .containsExactlyInAnyOrder("members.member.list", "members.member.edit");
        assertThat(rightsOf("desk")).containsExactly("members.member.edit");
        assertThat(lastChange("desk"))
                .containsExactly(new FieldChange("permissions", "members.member.list", "members.member.edit"));

        change("desk", "members.member.list");

        assertThat(roles().role("desk").permissions()).containsExactly("members.member.list");
    }

    @ParameterizedTest
    @EnumSource
    void aDecisionOutlivesTheModuleAndNewRightsAreGivenAsDeclared(TestDatabase database) {
        on(database);
        change("desk");
        installed.clear();
        install("shifts", new PermissionInfo("shifts.slot.book", List.of("desk")));

        assertThat(roles.role("desk").permissions()).containsExactly("shifts.slot.book");

        change("desk");
        install("members", new PermissionInfo("members.member.list", List.of("desk")));

        assertThat(roles.role("desk").permissions()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aRoleIsAddedGivenAndRemoved(TestDatabase database) {
        on(database);

        Role added = roles.add("  Équipe du samedi ", Set.of("members.member.list"), CONSOLE);

        assertThat(added.id()).isEqualTo("equipe-du-samedi");
        assertThat(added.isOwn()).isTrue();
        assertThat(added.name().arguments()).containsExactly("Équipe du samedi");
        assertThat(roles.all()).extracting(Role::id).endsWith("equipe-du-samedi");
        assertThat(rightsOf("equipe-du-samedi")).containsExactly("members.member.list");
        assertThatThrownBy(() -> roles.remove("equipe-du-samedi", CONSOLE))
                .isInstanceOf(Refused.class)
                .hasMessage("core.role.in-use");

        roles.add("Dimanche", Set.of(), CONSOLE);
        roles.remove("dimanche", CONSOLE);

        assertThat(roles.all()).extracting(Role::id).doesNotContain("dimanche");
        assertThat(audit.history("core.role", "dimanche"))
                .extracting(Change::action)
                .containsExactlyInAnyOrder("core.audit.role-removed", "core.audit.role-added");
    }

    @ParameterizedTest
    @EnumSource
    void whatCannotBeIsRefused(TestDatabase database) {
        on(database);
        roles.add("Samedi", Set.of(), CONSOLE);

        assertThatThrownBy(() -> roles.add("SAMEDI", Set.of(), CONSOLE)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> roles.add("Desk", Set.of(), CONSOLE)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> roles.add("Admin", Set.of(), CONSOLE)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> roles.add("?!", Set.of(), CONSOLE)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> roles.add("x".repeat(81), Set.of(), CONSOLE)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> change("desk", "members.member.eat"))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.errors().get(0).value()).isEqualTo("members.member.eat"));
        assertThatThrownBy(() -> change("admin")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> roles.remove("admin", CONSOLE)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> roles.remove("desk", CONSOLE)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> roles.remove("nobody", CONSOLE)).isInstanceOf(NotFound.class);
        assertThat(roles.role("desk").permissions()).containsExactly("members.member.list");
    }

    @ParameterizedTest
    @EnumSource
    void theSecondOfTwoEditsIsToldWhatChanged(TestDatabase database) {
        on(database);
        long opened = roles.role("coordinator").revision();
        Actor maud = new Actor(Actor.Kind.ACCOUNT, 7L, "Maud");
        Actor ines = new Actor(Actor.Kind.ACCOUNT, 8L, "Inès");
        roles.change("coordinator", opened, Set.of("members.member.list"), maud);
        roles.change("coordinator", opened + 1, Set.of(), ines);

        assertThatThrownBy(() -> roles.change("coordinator", opened, Set.of("members.member.edit"), CONSOLE))
                .isInstanceOfSatisfying(
                        StaleEdit.class,
                        stale -> assertThat(stale.errors())
                                .containsExactly(
                                        FieldError.of(
                                                "members.member.edit",
                                                false,
                                                Text.of("core.role.taken-meanwhile-by", "Maud")),
                                        FieldError.of(
                                                "members.member.list",
                                                false,
                                                Text.of("core.role.taken-meanwhile-by", "Inès"))));
        assertThat(roles.role("coordinator").permissions()).isEmpty();
        assertThat(roles.role("coordinator").revision()).isEqualTo(opened + 2);
        assertThat(audit.history("core.role", "coordinator")).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void whoeverWantsWhatIsThereIsNotStale(TestDatabase database) {
        on(database);
        change("desk", "members.member.edit");

        assertThat(roles.change("desk", 0, Set.of("members.member.edit"), CONSOLE)
                        .revision())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void aRoleAddedAgainIsAnotherOne(TestDatabase database) {
        on(database);
        Role first = roles.add("Samedi", Set.of("members.member.list"), CONSOLE);
        roles.remove("samedi", CONSOLE);
        roles.add("Samedi", Set.of("members.member.list"), CONSOLE);

        assertThatThrownBy(() -> roles.change("samedi", first.revision(), Set.of(), CONSOLE))
                .isInstanceOf(StaleEdit.class);
    }

    /** The modules said to be there. */
    private final class Installed implements Modules {
        @Override
        public List<Module> installed() {
            return installed;
        }

        @Override
        public Optional<Module> find(String id) {
            return installed.stream().filter(module -> module.id().equals(id)).findFirst();
        }
    }

    /** Only the desk has a name in messages. */
    private static final class DeskIsNamed implements Messages {
        @Override
        public String text(Locale language, String key, Object... arguments) {
            return key;
        }

        @Override
        public boolean has(String key) {
            return key.equals("core.role.desk");
        }

        @Override
        public Set<Locale> languages() {
            return Set.of(Locale.FRENCH);
        }
    }
}
