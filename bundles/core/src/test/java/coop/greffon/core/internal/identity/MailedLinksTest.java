package coop.greffon.core.internal.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.greffon.core.audit.Change;
import coop.greffon.core.identity.Account;
import coop.greffon.core.identity.AccountDraft;
import coop.greffon.core.identity.AccountQuery;
import coop.greffon.core.identity.Actor;
import coop.greffon.core.identity.OneTimeLinks.Purpose;
import coop.greffon.core.mail.Letter;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.problem.NotFound;
import coop.greffon.core.problem.Refused;
import coop.greffon.testing.TestDatabase;
import java.time.Duration;
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

/** Links that open an account: of an invitation, of the first set-up, for a forgotten password. */
class MailedLinksTest extends AccountsBench {
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
        assertThatThrownBy(() -> links.choose(secret(), "ines-128-ines")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> links.choose(secret(), "laclairette-7")).isInstanceOf(InvalidInput.class);
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
    void whoeverClicksTwiceSendsOneLink(TestDatabase database) throws Exception {
        on(database);
        Actor nadia = Actor.of(active("Nadia", Account.ADMIN));
        Account ines = account("Inès", Set.of("ines@example.org"), "member");

        List<Boolean> sent = atOnce(() -> links.invite(ines.id(), nadia));

        assertThat(sent).containsExactlyInAnyOrder(true, false);
        assertThat(letters).hasSize(1);
        assertThat(links.look(secret())).isPresent();
        assertThat(links.invite(ines.id(), CONSOLE)).as("another one means it").isTrue();
        assertThat(links.invite(ines.id(), nadia))
                .as("the last one is not hers")
                .isTrue();
        links.link(ines.id(), nadia);
        assertThat(links.invite(ines.id(), nadia))
                .as("the link handed over voided the one sent")
                .isTrue();
        clock.advance(Duration.ofMinutes(2));
        assertThat(links.invite(ines.id(), nadia)).as("a minute is over").isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void whoeverChoseAMailBeforeMeansTheUsualOneNow(TestDatabase database) {
        on(database);
        Actor nadia = Actor.of(active("Nadia", Account.ADMIN));
        Account ines = account("Inès", Set.of("ines@example.org", "vieux@example.org"), "member");

        links.invite(ines.id(), "vieux@example.org", nadia);
        assertThat(links.invite(ines.id(), nadia)).isTrue();

        assertThat(letters)
                .extracting(letter -> letter.to().address())
                .containsExactly("vieux@example.org", "ines@example.org");
        assertThat(links.invite(ines.id(), nadia)).isFalse();
        links.invite(ines.id(), "vieux@example.org", nadia);
        assertThat(links.invite(ines.id(), nadia))
                .as("the other mail's link voided the one sent")
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void whoeverChoseTheOnlyMailMeantTheUsualOne(TestDatabase database) {
        on(database);
        Actor nadia = Actor.of(active("Nadia", Account.ADMIN));
        Account ines = account("Inès", Set.of("128", "ines@example.org"), "member");

        links.invite(ines.id(), "ines@example.org", nadia);

        assertThat(links.invite(ines.id(), nadia))
                .as("a second link would void the one that has just left")
                .isFalse();
        assertThat(letters).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void aClockSetBackKeepsNobodyFromSending(TestDatabase database) {
        on(database);
        Actor nadia = Actor.of(active("Nadia", Account.ADMIN));
        Account ines = account("Inès", Set.of("ines@example.org"), "member");
        clock.advance(Duration.ofHours(1));
        links.invite(ines.id(), nadia);

        clock.advance(Duration.ofHours(-1));

        assertThat(links.invite(ines.id(), nadia)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void whoeverClicksTwiceMakesOneAccount(TestDatabase database) throws Exception {
        on(database);
        Actor nadia = Actor.of(active("Nadia", Account.ADMIN));
        var malo = new AccountDraft(null, "Malo", Locale.FRENCH, Set.of("Malo@example.org"), Set.of("desk"));

        List<Account> made = atOnce(() -> links.invite(malo, nadia));

        assertThat(made.get(0)).isEqualTo(made.get(1));
        assertThat(letters).hasSize(1);
        assertThat(accounts.withLogin("malo@example.org")).hasSize(1);
        var namesake = new AccountDraft(null, "Maëlle", Locale.FRENCH, Set.of("malo@example.org"), Set.of("desk"));
        assertThat(links.invite(namesake, nadia).id()).isNotEqualTo(made.get(0).id());
        clock.advance(Duration.ofMinutes(2));
        assertThat(links.invite(malo, nadia).id()).isNotEqualTo(made.get(0).id());
        var silent = new AccountDraft(null, "Yann", Locale.FRENCH, Set.of("130"), Set.of());
        assertThatThrownBy(() -> links.invite(silent, nadia)).isInstanceOf(Refused.class);
        assertThat(accounts.withLogin("130")).isEmpty();
    }

    private static <T> List<T> atOnce(Callable<T> act) throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(2);
        try {
            List<T> answers = new ArrayList<>();
            for (Future<T> answer : people.invokeAll(List.of(act, act))) {
                answers.add(answer.get(30, TimeUnit.SECONDS));
            }
            return answers;
        } finally {
            people.shutdownNow();
        }
    }
}
