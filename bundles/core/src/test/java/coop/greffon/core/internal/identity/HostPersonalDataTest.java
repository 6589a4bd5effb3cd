package coop.greffon.core.internal.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.greffon.core.audit.Change;
import coop.greffon.core.identity.Account;
import coop.greffon.core.identity.AccountDraft;
import coop.greffon.core.identity.Actor;
import coop.greffon.core.identity.Role;
import coop.greffon.core.identity.Roles;
import coop.greffon.core.internal.audit.ActData;
import coop.greffon.core.internal.audit.JpaAudit;
import coop.greffon.core.internal.mail.MailData;
import coop.greffon.core.internal.mail.NamedCoop;
import coop.greffon.core.message.Text;
import coop.greffon.core.privacy.Erasure;
import coop.greffon.core.privacy.PersonalDocument;
import coop.greffon.core.privacy.PersonalDocument.Word;
import coop.greffon.core.problem.Refused;
import coop.greffon.testing.AdjustableClock;
import coop.greffon.testing.TestDatabase;
import coop.greffon.testing.TestStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HostPersonalDataTest {
    private static final Actor CONSOLE = Actor.console();
    private static final String INES = "member/128";

    private final AdjustableClock clock = AdjustableClock.at("2026-11-22T09:00:00Z");
    private TestStore store;
    private JpaAudit audit;
    private JpaAccounts accounts;
    private DatabaseSignIn signIn;
    private AccountData accountData;
    private ActData actData;
    private MailData mailData;

    private void on(TestDatabase database) {
        store = database.fresh();
        audit = new JpaAudit(store.jpa("core"), clock);
        accounts = new JpaAccounts(store.jpa("core"), audit, clock, new NamedCoop("La Clairette"));
        signIn = new DatabaseSignIn(store.jpa("core"), store.dataSource(), clock);
        accountData = new AccountData(store.jpa("core"), accounts, new NoRoles(), audit);
        actData = new ActData(store.jpa("core"), accounts);
        mailData = new MailData(store.jpa("core"));
    }

    private Account ines(String... roles) throws SQLException {
        Account ines = accounts.create(
                new AccountDraft(INES, "Inès Marchand", Locale.FRENCH, Set.of("ines@example.org"), Set.of(roles)),
                CONSOLE);
        accounts.setPassword(ines.id(), "une phrase longue", Actor.of(ines));
        signIn.welcome(ines.id());
        try (Connection connection = store.dataSource().getConnection()) {
            connection
                    .createStatement()
                    .execute("insert into greffon_core_mail (id, cause_key, message_id, state, subject, name, address,"
                            + " language, title, text_body, written_at, attempts) values (1, 'c', 'm', 'WAITING',"
                            + " 'member/128', 'Inès', 'ines@example.org', 'fr', 'Bienvenue', 'Bonjour Inès',"
                            + " timestamp with time zone '2026-11-22 09:00:00+00', 0)");
        }
        return ines;
    }

    @ParameterizedTest
    @EnumSource
    void everythingHeldOfAPersonIsHandedOut(TestDatabase database) throws SQLException {
        on(database);
        ines();

        assertThat(accountData.export(INES)).extracting(PersonalDocument::name).containsExactly("account", "sessions");
        assertThat(accountData.export(INES).get(0).rows())
                .containsExactly(PersonalDocument.row(
                        "Inès Marchand",
                        new Word("fr", Text.of("core.setting.language.fr")),
                        "ines@example.org",
                        null,
                        new Word("ACTIVE", Text.of("core.account.state.ACTIVE")),
                        Instant.parse("2026-11-22T09:00:00Z"),
                        Instant.parse("2026-11-22T09:00:00Z")));
        assertThat(accountData.export(INES).get(1).rows())
                .containsExactly(List.of(Instant.parse("2026-11-22T09:00:00Z"), Instant.parse("2026-12-06T09:00:00Z")));
        assertThat(actData.export(INES).get(0).rows())
                .hasSize(1)
                .allSatisfy(row -> assertThat(row)
                        .containsExactly(
                                Instant.parse("2026-11-22T09:00:00Z"),
                                new Word("core.audit.password-set", Text.of("core.audit.password-set")),
                                new Word(
                                        "core.account 1",
                                        Text.of("core.privacy.record", Text.of("core.account.record"), "1"))));
        assertThat(mailData.export(INES).get(0).rows().get(0))
                .contains("Bienvenue", "ines@example.org", new Word("WAITING", Text.of("core.mail.state.WAITING")));
        assertThat(accountData.export("member/129")).isEmpty();
        assertThat(actData.export("member/129")).isEmpty();
        assertThat(mailData.export("member/129")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aDryRunCountsAndChangesNothing(TestDatabase database) throws SQLException {
        on(database);
        ines();

        assertThat(actData.erase(INES, true, CONSOLE))
                .extracting(Erasure::records)
                .containsExactly(1L);
        assertThat(accountData.erase(INES, true, CONSOLE))
                .extracting(Erasure::records)
                .containsExactly(1L);
        assertThat(mailData.erase(INES, true, CONSOLE))
                .extracting(Erasure::records)
                .containsExactly(1L);
        assertThat(accounts.ofSubject(INES)).map(Account::name).contains("Inès Marchand");
    }

    @ParameterizedTest
    @EnumSource
    void erasedThePersonIsNamedNowhere(TestDatabase database) throws SQLException {
        on(database);
        Account ines = ines();
        accounts.rename(ines.id(), "Inès Roy", Set.of("roy@example.org"), CONSOLE);

        assertThat(actData.erase(INES, false, CONSOLE))
                .extracting(Erasure::records)
                .containsExactly(1L);
        assertThat(accountData.erase(INES, false, CONSOLE))
                .extracting(Erasure::records)
                .containsExactly(1L);
        assertThat(mailData.erase(INES, false, CONSOLE))
                .extracting(Erasure::records)
                .containsExactly(1L);

        assertThat(accounts.ofSubject(INES)).isEmpty();
        assertThat(accounts.find(ines.id())).hasValueSatisfying(left -> {
            assertThat(left.name()).isEqualTo("#" + ines.id());
            assertThat(left.logins()).isEmpty();
            assertThat(left.state()).isEqualTo(Account.State.CLOSED);
        });
        assertThat(audit.history("core.account", Long.toString(ines.id())))
                .extracting(Change::by)
                .extracting(Actor::label)
                .containsOnly("console", "#" + ines.id());
        assertThat(audit.history("core.account", Long.toString(ines.id())))
                .flatExtracting(Change::fields)
                .allSatisfy(field -> assertThat(field.before()).isNull())
                .allSatisfy(field -> assertThat(field.after()).isNull());
        assertThat(mailData.export(INES)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void theLastWhoAdministersStays(TestDatabase database) throws SQLException {
        on(database);
        ines(Account.ADMIN);

        assertThatThrownBy(() -> accountData.erase(INES, false, CONSOLE)).isInstanceOf(Refused.class);
        assertThat(accounts.ofSubject(INES)).isPresent();
    }

    /** The roles of a co-op whose modules declare none. */
    private static final class NoRoles implements Roles {
        @Override
        public List<Role> all() {
            return List.of();
        }

        @Override
        public Role role(String id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Set<String> permissions(String id) {
            return Set.of();
        }

        @Override
        public Role add(String name, Set<String> permissions, Actor by) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Role change(String id, long revision, Set<String> permissions, Actor by) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void remove(String id, Actor by) {
            throw new UnsupportedOperationException();
        }
    }
}
