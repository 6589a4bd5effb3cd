package coop.greffon.core.internal.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.greffon.core.identity.Account;
import coop.greffon.core.identity.AccountDraft;
import coop.greffon.core.identity.Actor;
import coop.greffon.core.internal.audit.JpaAudit;
import coop.greffon.core.internal.identity.DatabaseSignIn;
import coop.greffon.core.internal.identity.JpaAccounts;
import coop.greffon.core.internal.mail.NamedCoop;
import coop.greffon.core.message.Messages;
import coop.greffon.core.problem.NotFound;
import coop.greffon.core.problem.Refused;
import coop.greffon.testing.AdjustableClock;
import coop.greffon.testing.TestDatabase;
import coop.greffon.testing.TestStore;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AccountsCommandTest {
    private final AdjustableClock clock = AdjustableClock.at("2026-11-21T09:00:00Z");
    private JpaAccounts accounts;
    private AccountsCommand command;

    private void on(TestDatabase database) throws ReflectiveOperationException {
        TestStore store = database.fresh();
        accounts = new JpaAccounts(
                store.jpa("core"), new JpaAudit(store.jpa("core"), clock), clock, new NamedCoop("La Clairette"));
        command = new AccountsCommand();
        set(AccountsCommand.class, "accounts", accounts);
        set(AccountsCommand.class, "signIn", new DatabaseSignIn(store.jpa("core"), store.dataSource(), clock));
        set(SpokenAction.class, "messages", new Keys());
        set(AccountsCommand.class, "action", "close");
    }

    private void set(Class<?> type, String name, Object value) throws ReflectiveOperationException {
        Field field = type.getDeclaredField(name);
        field.setAccessible(true);
        field.set(command, value);
    }

    private Account account(String name, String login) {
        return accounts.create(new AccountDraft(null, name, Locale.FRENCH, Set.of(login), Set.of()), Actor.host());
    }

    private Account.State state(Account account) {
        return accounts.find(account.id()).orElseThrow().state();
    }

    private void close(String who) throws Exception {
        set(AccountsCommand.class, "account", who);
        command.run();
    }

    @ParameterizedTest
    @EnumSource
    void whatOneSignsInWithIsTakenToTheLetter(TestDatabase database) throws Exception {
        on(database);
        List<Account> others = new ArrayList<>();
        for (int number = 0; number < 60; number++) {
            others.add(account("Adhérent " + (1200 + number), (1200 + number) + "@example.org"));
        }
        Account zoe = account("Zoé", "12");

        close("12");

        assertThat(state(zoe)).isEqualTo(Account.State.CLOSED);
        assertThat(others).extracting(this::state).containsOnly(Account.State.INVITED);
    }

    @ParameterizedTest
    @EnumSource
    void aNumberAloneIsNoId(TestDatabase database) throws Exception {
        on(database);
        Account ines = account("Inès", "ines@example.org");

        assertThatThrownBy(() -> close(Long.toString(ines.id()))).isInstanceOf(NotFound.class);
        assertThat(state(ines)).isEqualTo(Account.State.INVITED);

        close("#" + ines.id());
        assertThat(state(ines)).isEqualTo(Account.State.CLOSED);
    }

    @ParameterizedTest
    @EnumSource
    void whoeverSharesAMailIsNamedByAnId(TestDatabase database) throws Exception {
        on(database);
        Account ines = account("Inès", "famille@example.org");
        Account malo = account("Malo", "Famille@example.org");

        assertThatThrownBy(() -> close("FAMILLE@example.org"))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.title().arguments())
                                .containsExactly("FAMILLE@example.org", "#" + ines.id() + ", #" + malo.id()));
    }

    private static final class Keys implements Messages {
        @Override
        public String text(Locale language, String key, Object... arguments) {
            return key;
        }

        @Override
        public boolean has(String key) {
            return true;
        }

        @Override
        public Set<Locale> languages() {
            return Set.of(Locale.FRENCH);
        }
    }
}
