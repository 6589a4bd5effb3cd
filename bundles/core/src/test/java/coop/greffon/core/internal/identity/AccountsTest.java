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
import coop.greffon.core.identity.OneTimeLinks.Purpose;
import coop.greffon.core.internal.audit.JpaAudit;
import coop.greffon.core.internal.job.SameThread;
import coop.greffon.core.mail.Letter;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.problem.NotFound;
import coop.greffon.core.problem.Refused;
import coop.greffon.core.problem.StaleEdit;
import coop.greffon.core.problem.TooSoon;
import coop.greffon.testing.AdjustableClock;
import coop.greffon.testing.TestDatabase;
import coop.greffon.testing.TestStore;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AccountsTest {
    private static final String PASSWORD = "une phrase longue";
    private static final Actor CONSOLE = Actor.console();

    private final AdjustableClock clock = AdjustableClock.at("2026-11-21T09:00:00Z");
    private final List<Letter> letters = new ArrayList<>();
    private TestStore store;
    private JpaAudit audit;
    private JpaAccounts accounts;
    private DatabaseSignIn signIn;
    private MailedLinks links;

    private void on(TestDatabase database) {
        store = database.fresh();
        audit = new JpaAudit(store.jpa("core"), clock);
        accounts = new JpaAccounts(store.jpa("core"), audit, clock);
        signIn = new DatabaseSignIn(store.jpa("core"), store.dataSource(), clock);
        links = new MailedLinks(
                store.jpa("core"),
                store.dataSource(),
                accounts,
                new JpaOneTimeLinks(store.jpa("core"), clock),
                signIn,
                (letter, cause) -> letters.add(letter),
                audit,
                clock,
                new SameThread());
    }

    private Account account(String name, Set<String> logins, String... roles) {
        return accounts.create(new AccountDraft(null, name, Locale.FRENCH, logins, Set.of(roles)), CONSOLE);
    }

    private Account active(String name, String... roles) {
        Account account = account(name, Set.of(name.toLowerCase(Locale.ROOT) + "@example.org"), roles);
        accounts.setPassword(account.id(), PASSWORD, CONSOLE);
        return account;
    }

    private List<String> found(String text, String role, Account.State state, Order order, boolean descending) {
        return accounts.find(new AccountQuery(text, role, state, order, descending), 0, 10).stream()
                .map(overview -> overview.account().name())
                .toList();
    }

    /** The secret in the link of the last letter. */
    private String secret() {
        Letter letter = letters.get(letters.size() - 1);
        return letter.parts().stream()
                .filter(Letter.Link.class::isInstance)
                .map(part -> ((Letter.Link) part).address().replace("/activate/", ""))
                .findFirst()
                .orElseThrow();
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
    void anInvitedPersonChoosesAPassword(TestDatabase database) {
        on(database);
        Account ines = account("Inès", Set.of("128", "ines@example.org"), "member");

        links.invite(ines.id(), CONSOLE);

        assertThat(letters).extracting(letter -> letter.title().key()).containsExactly("core.letter.activation.title");
        assertThat(letters.get(0).to().address()).isEqualTo("ines@example.org");
        assertThat(letters.get(0).parts().get(0))
                .isEqualTo(new Letter.Paragraph(Text.of("core.letter.activation.intro", "Inès", Letter.COOP)));
        assertThat(links.look(secret())).map(Account::id).contains(ines.id());
        assertThatThrownBy(() -> links.choose(secret(), "court")).isInstanceOf(InvalidInput.class);
        assertThat(links.choose(secret(), PASSWORD).id()).isEqualTo(ines.id());
        assertThatThrownBy(() -> links.choose(secret(), PASSWORD)).isInstanceOf(NotFound.class);
        assertThat(signIn.confirm(ines.id(), PASSWORD)).isTrue();
        assertThat(audit.history("core.account", Long.toString(ines.id())))
                .extracting(Change::action)
                .containsExactlyInAnyOrder(
                        "core.audit.account-created", "core.audit.link-made", "core.audit.password-set");
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

        assertThatThrownBy(() -> new JpaAccounts(store.jpa("core"), full, clock)
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
    void theFirstSetUpMayBeTriedAgainAndMakesOneAccount(TestDatabase database) {
        on(database);
        var oneTime = new JpaOneTimeLinks(store.jpa("core"), clock);
        String secret = oneTime.issue(Purpose.SETUP, null, Duration.ofHours(24));
        AccountDraft nadia = administrator("nadia@example.org");

        assertThatThrownBy(() -> links.setUp(secret, nadia, "court")).isInstanceOf(InvalidInput.class);
        assertThat(accounts.count(AccountQuery.all())).isZero();
        Account made = links.setUp(secret, nadia, PASSWORD);
        assertThat(made.state()).isEqualTo(Account.State.ACTIVE);
        assertThatThrownBy(() -> links.setUp(secret, nadia, PASSWORD)).isInstanceOf(NotFound.class);

        assertThat(accounts.count(AccountQuery.all())).isEqualTo(1);
        String reset = oneTime.issue(Purpose.RESET, made.id(), Duration.ofHours(24));
        assertThatThrownBy(() -> links.setUp(reset, nadia, PASSWORD)).isInstanceOf(NotFound.class);
        assertThat(oneTime.look(reset)).isPresent();
    }

    @ParameterizedTest
    @EnumSource
    void aPasswordThatWaitsForItsTurnHoldsNoLink(TestDatabase database) throws Exception {
        on(database);
        var oneTime = new JpaOneTimeLinks(store.jpa("core"), clock);
        String secret = oneTime.issue(Purpose.SETUP, null, Duration.ofHours(24));
        var taken = new CountDownLatch(Passwords.AT_ONCE);
        var done = new CountDownLatch(1);
        ExecutorService others = Executors.newFixedThreadPool(Passwords.AT_ONCE + 2);
        try {
            for (int i = 0; i < Passwords.AT_ONCE; i++) {
                others.submit(() -> Passwords.TURNS.take(() -> {
                    taken.countDown();
                    await(done);
                    return null;
                }));
            }
            await(taken);
            Future<Boolean> waiting = others.submit(() -> isSetUp(secret, "nadia@example.org"));
            Thread.sleep(500);

            assertThat(others.submit(() -> oneTime.use(secret)).get(2, TimeUnit.SECONDS))
                    .isPresent();

            done.countDown();
            assertThat(waiting.get(10, TimeUnit.SECONDS)).isFalse();
            assertThat(accounts.count(AccountQuery.all())).isZero();
        } finally {
            done.countDown();
            others.shutdownNow();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @ParameterizedTest
    @EnumSource
    void ofTwoWhoSetUpAtOnceOneAdministers(TestDatabase database) throws Exception {
        on(database);
        String secret = new JpaOneTimeLinks(store.jpa("core"), clock).issue(Purpose.SETUP, null, Duration.ofHours(24));
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            List<Callable<Boolean>> tries =
                    List.of(() -> isSetUp(secret, "nadia@example.org"), () -> isSetUp(secret, "karim@example.org"));
            List<Boolean> done = new ArrayList<>();
            for (Future<Boolean> future : both.invokeAll(tries)) {
                done.add(future.get());
            }

            assertThat(done).containsExactlyInAnyOrder(true, false);
            assertThat(accounts.count(AccountQuery.all())).isEqualTo(1);
        } finally {
            both.shutdownNow();
        }
    }

    private boolean isSetUp(String secret, String mail) {
        try {
            links.setUp(secret, administrator(mail), PASSWORD);
            return true;
        } catch (NotFound used) {
            return false;
        }
    }

    private static AccountDraft administrator(String mail) {
        return new AccountDraft(null, mail, Locale.FRENCH, Set.of(mail), Set.of(Account.ADMIN));
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
    void aForgottenPasswordIsReplacedAndEndsEverySession(TestDatabase database) {
        on(database);
        Account karim = active("Karim", "desk");
        String token = signIn.welcome(karim.id()).token();

        links.remind(" Karim@Example.org ");
        assertThat(letters).extracting(letter -> letter.title().key()).containsExactly("core.letter.reset.title");
        links.choose(secret(), "une autre phrase longue");

        assertThat(signIn.resume(token)).isEmpty();
        assertThat(signIn.confirm(karim.id(), PASSWORD)).isFalse();
        assertThat(signIn.confirm(karim.id(), "une autre phrase longue")).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void aResetLinkEndsAfterTwoHours(TestDatabase database) {
        on(database);
        active("Karim", "desk");
        links.remind("karim@example.org");

        clock.advance(Duration.ofHours(2));

        assertThat(links.look(secret())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void eachPersonOfASharedMailGetsALetterAndStrangersNone(TestDatabase database) {
        on(database);
        account("Inès", Set.of("famille@example.org"), "member");
        account("Malo", Set.of("famille@example.org"), "member");
        Account closed = account("Lou", Set.of("lou@example.org"), "member");
        accounts.close(closed.id(), CONSOLE);

        links.remind("inconnu@example.org");
        links.remind("lou@example.org");
        links.remind("128");
        assertThat(letters).isEmpty();
        links.remind("famille@example.org");
        assertThat(letters).extracting(letter -> letter.to().name()).containsExactly("Inès", "Malo");
    }

    @ParameterizedTest
    @EnumSource
    void whoeverAsksAgainAndAgainIsNoLongerHeard(TestDatabase database) {
        on(database);
        active("Karim", "desk");

        for (int attempt = 1; attempt <= 9; attempt++) {
            links.remind("karim@example.org");
        }

        assertThat(letters).hasSize(5);
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
    void whoHasNoMailGetsALinkByHand(TestDatabase database) {
        on(database);
        Account ines = account("Inès", Set.of("128"), "member");

        assertThatThrownBy(() -> links.invite(ines.id(), CONSOLE)).isInstanceOf(Refused.class);
        String path = links.link(ines.id(), CONSOLE);

        assertThat(links.choose(path.substring("/activate/".length()), PASSWORD).name())
                .isEqualTo("Inès");
    }

    @ParameterizedTest
    @EnumSource
    void aCorrectedMailVoidsTheLinkSentToTheWrongOne(TestDatabase database) {
        on(database);
        Account ines = account("Inès", Set.of("128", "ines@exemple.org"), "member");
        links.invite(ines.id(), CONSOLE);
        String sentToAStranger = secret();

        accounts.rename(ines.id(), "Inès", Set.of("128", "ines@exemple.org", "129"), CONSOLE);
        assertThat(links.look(sentToAStranger)).isPresent();
        accounts.rename(ines.id(), "Inès", Set.of("128", "ines@example.org"), CONSOLE);

        assertThat(links.look(sentToAStranger)).isEmpty();
        assertThatThrownBy(() -> links.choose(sentToAStranger, PASSWORD)).isInstanceOf(NotFound.class);
        links.invite(ines.id(), CONSOLE);
        assertThat(links.choose(secret(), PASSWORD).id()).isEqualTo(ines.id());
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
}
