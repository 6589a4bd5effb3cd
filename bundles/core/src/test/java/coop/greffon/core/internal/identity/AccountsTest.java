package coop.greffon.core.internal.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import coop.greffon.core.audit.Audit;
import coop.greffon.core.audit.Change;
import coop.greffon.core.audit.FieldChange;
import coop.greffon.core.identity.Account;
import coop.greffon.core.identity.AccountDraft;
import coop.greffon.core.identity.AccountQuery;
import coop.greffon.core.identity.AccountQuery.Order;
import coop.greffon.core.identity.Actor;
import coop.greffon.core.internal.mail.NamedCoop;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.problem.Refused;
import coop.greffon.core.problem.StaleEdit;
import coop.greffon.core.problem.TooSoon;
import coop.greffon.testing.TestDatabase;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AccountsTest extends AccountsBench {
    private List<String> found(String text, String role, Account.State state, Order order, boolean descending) {
        return accounts.find(new AccountQuery(text, role, state, order, descending), 0, 10).stream()
                .map(overview -> overview.account().name())
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void accountsAreFoundByNameLoginRoleAndState(TestDatabase database) {
        on(database);
        active("Nadia", "admin");
        active("Karim", "desk");
        account("Inès", Set.of("128", "famille@example.org"), "member");

        assertThat(found(null, null, null, Order.NAME, false)).containsExactly("Inès", "Karim", "Nadia");
        assertThat(found("KAR", null, null, Order.NAME, false)).containsExactly("Karim");
        assertThat(found("famille@", null, null, Order.NAME, false)).containsExactly("Inès");
        assertThat(found("_", null, null, Order.NAME, false)).isEmpty();
        assertThat(found(null, "desk", null, Order.NAME, false)).containsExactly("Karim");
        assertThat(found(null, null, Account.State.INVITED, Order.NAME, false)).containsExactly("Inès");
        assertThat(accounts.count(new AccountQuery("example.org", null, null, Order.NAME, false)))
                .isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource
    void ofManySubjectsThoseWithAnAccountAreTold(TestDatabase database) {
        on(database);
        standing("members:3");
        accounts.close(standing("members:1200").id(), CONSOLE);
        active("Nadia", "admin");
        List<String> many =
                IntStream.rangeClosed(1, 1_200).mapToObj(id -> "members:" + id).toList();

        assertThat(accounts.subjectsWithAccount(many)).containsExactlyInAnyOrder("members:3", "members:1200");
        assertThat(accounts.subjectsWithAccount(List.of("members:4"))).isEmpty();
        assertThat(accounts.subjectsWithAccount(List.of())).isEmpty();
    }

    private Account standing(String subject) {
        return accounts.create(
                new AccountDraft(subject, "Inès", Locale.FRENCH, Set.of("ines@example.org"), Set.of()), CONSOLE);
    }

    @ParameterizedTest
    @EnumSource
    void theLastSessionIsRemembered(TestDatabase database) {
        on(database);
        signIn.welcome(active("Nadia", "admin").id());
        clock.advance(Duration.ofHours(1));
        signIn.welcome(active("Karim", "desk").id());
        active("Inès", "member");

        assertThat(found(null, null, null, Order.LAST_SIGN_IN, true)).containsExactly("Karim", "Nadia", "Inès");
        assertThat(accounts.find(AccountQuery.all(), 2, 1).get(0).lastSignInAt())
                .isEqualTo(Instant.parse("2026-11-21T09:00:00Z"));
    }

    @ParameterizedTest
    @EnumSource
    void somebodyAlwaysAdministers(TestDatabase database) {
        on(database);
        Account nadia = active("Nadia", "admin");
        account("Invité", Set.of("invite@example.org"), "admin");

        assertThatThrownBy(() -> accounts.close(nadia.id(), CONSOLE)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> accounts.setRoles(nadia.id(), Set.of("desk"), CONSOLE))
                .isInstanceOf(Refused.class);
        assertThat(accounts.find(nadia.id())).map(Account::roles).contains(Set.of("admin"));

        active("Karim", "admin");
        accounts.close(nadia.id(), CONSOLE);
        assertThat(accounts.find(nadia.id())).map(Account::state).contains(Account.State.CLOSED);
    }

    @ParameterizedTest
    @EnumSource
    void noPasswordIsSetThatTheLogOfChangesDoesNotTell(TestDatabase database) {
        on(database);
        Account karim = active("Karim", "desk");
        Audit full = Audit.class.cast(Proxy.newProxyInstance(
                AccountsTest.class.getClassLoader(), new Class<?>[] {Audit.class}, (self, method, arguments) -> {
                    throw new IllegalStateException("for the test");
                }));

        assertThatThrownBy(() -> new JpaAccounts(store.jpa("core"), full, clock, new NamedCoop("La Clairette"))
                        .setPassword(karim.id(), "une autre phrase longue", CONSOLE))
                .hasMessage("for the test");

        assertThat(signIn.confirm(karim.id(), PASSWORD)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void aRefusedPasswordLeavesNoAccount(TestDatabase database) {
        on(database);
        var draft = new AccountDraft(null, "admin", Locale.FRENCH, Set.of("admin"), Set.of(Account.ADMIN));

        assertThatThrownBy(() -> accounts.create(draft, "court", CONSOLE)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> accounts.create(draft, "x".repeat(201), CONSOLE))
                .isInstanceOf(InvalidInput.class);
        assertThat(accounts.anyWithRole(Account.ADMIN)).isFalse();

        assertThat(accounts.create(draft, PASSWORD, CONSOLE).state()).isEqualTo(Account.State.ACTIVE);
    }

    @ParameterizedTest
    @EnumSource
    void rolesThatSomebodyElseSetMeanwhileAreNotOverwritten(TestDatabase database) {
        on(database);
        Account karim = active("Karim", "desk");
        Actor maud = Actor.of(active("Maud", "admin"));
        accounts.setRoles(karim.id(), karim.rolesRevision(), Set.of("desk", "coordinator"), maud);

        StaleEdit stale = catchThrowableOfType(
                StaleEdit.class,
                () -> accounts.setRoles(karim.id(), karim.rolesRevision(), Set.of("desk", "treasurer"), CONSOLE));

        assertThat(stale.errors())
                .containsExactly(
                        FieldError.of("coordinator", true, Text.of("core.role.given-meanwhile-by", maud.label())));
        assertThat(accounts.find(karim.id())).map(Account::roles).contains(Set.of("desk", "coordinator"));
        // Who wants what is there already has nothing to decide.
        accounts.setRoles(karim.id(), karim.rolesRevision(), Set.of("desk", "coordinator"), CONSOLE);
        Account now = accounts.find(karim.id()).orElseThrow();
        accounts.setPassword(karim.id(), "une autre phrase longue", CONSOLE);
        accounts.setRoles(karim.id(), now.rolesRevision(), Set.of("treasurer"), CONSOLE);
        assertThat(accounts.find(karim.id())).map(Account::roles).contains(Set.of("treasurer"));
    }

    @ParameterizedTest
    @EnumSource
    void aPasswordTypedOnceMoreCannotBeGuessed(TestDatabase database) {
        on(database);
        Account karim = active("Karim", "desk");
        for (int attempt = 1; attempt <= 5; attempt++) {
            assertThat(signIn.confirm(karim.id(), "faux mot")).isFalse();
        }

        assertThatThrownBy(() -> signIn.confirm(karim.id(), PASSWORD)).isInstanceOf(TooSoon.class);
    }

    @ParameterizedTest
    @EnumSource
    void whoChangedHowAnAccountIsOpenedIsWrittenDown(TestDatabase database) {
        on(database);
        Account ines = account("Inès", Set.of("128", "ines@example.org"), "member");

        accounts.rename(ines.id(), "Inès", Set.of("INES@example.org", "128"), CONSOLE);
        accounts.rename(ines.id(), "Inès Marchand", Set.of("128"), CONSOLE);
        accounts.setLanguage(ines.id(), Locale.FRENCH, CONSOLE);
        accounts.setLanguage(ines.id(), Locale.ENGLISH, CONSOLE);

        List<Change> history = audit.history("core.account", Long.toString(ines.id()));
        assertThat(history).extracting(Change::by).containsOnly(CONSOLE);
        assertThat(history)
                .extracting(Change::fields)
                .contains(
                        List.of(
                                new FieldChange("name", "Inès", "Inès Marchand"),
                                new FieldChange("logins", "128, ines@example.org", "128")),
                        List.of(new FieldChange("language", "fr", "en")));
        assertThat(history)
                .extracting(Change::action)
                .containsExactlyInAnyOrder(
                        "core.audit.account-created", "core.audit.account-renamed", "core.audit.language-set");
    }

    @ParameterizedTest
    @EnumSource
    void anAccountMovesToASubjectThatHasNone(TestDatabase database) {
        on(database);
        Account ines =
                accounts.create(new AccountDraft("members:1", "Inès", Locale.FRENCH, Set.of("128"), Set.of()), CONSOLE);
        Account malo =
                accounts.create(new AccountDraft("members:2", "Malo", Locale.FRENCH, Set.of("129"), Set.of()), CONSOLE);

        assertThatThrownBy(() -> accounts.standFor(ines.id(), "members:2", CONSOLE))
                .isInstanceOf(InvalidInput.class);
        accounts.standFor(ines.id(), "members:3", CONSOLE);

        assertThat(accounts.ofSubject("members:1")).isEmpty();
        assertThat(accounts.ofSubject("members:2")).map(Account::id).contains(malo.id());
        assertThat(accounts.ofSubject("members:3")).map(Account::id).contains(ines.id());
        assertThat(audit.history("core.account", Long.toString(ines.id())))
                .extracting(Change::fields)
                .contains(List.of(new FieldChange("subject", "members:1", "members:3")));
    }

    @ParameterizedTest
    @EnumSource
    void whatIsClosedTwiceIsClosedOnce(TestDatabase database) {
        on(database);
        Account karim = active("Karim", "desk");

        accounts.close(karim.id(), CONSOLE);
        accounts.close(karim.id(), CONSOLE);

        assertThat(audit.history("core.account", Long.toString(karim.id())))
                .extracting(Change::action)
                .containsOnlyOnce("core.audit.account-closed");
    }
}
