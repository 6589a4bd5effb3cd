package coop.greffon.core.internal.identity;

import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.core.identity.Account;
import coop.greffon.core.identity.AccountDraft;
import coop.greffon.core.identity.Actor;
import coop.greffon.core.identity.OneTimeLinks.Purpose;
import coop.greffon.core.identity.SignIn.Outcome;
import coop.greffon.core.internal.audit.JpaAudit;
import coop.greffon.core.internal.job.SweepJob;
import coop.greffon.core.internal.mail.NamedCoop;
import coop.greffon.testing.AdjustableClock;
import coop.greffon.testing.TestDatabase;
import coop.greffon.testing.TestStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.aries.jpa.template.JpaTemplate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SignInTest {
    private static final String PASSWORD = "une phrase longue";

    private final AdjustableClock clock = AdjustableClock.at("2026-11-21T09:00:00Z");
    private JpaTemplate jpa;
    private JpaAccounts accounts;
    private DatabaseSignIn signIn;
    private JpaOneTimeLinks links;

    private void on(TestDatabase database) {
        TestStore store = database.fresh();
        jpa = store.jpa("core");
        var audit = new JpaAudit(store.jpa("core"), clock);
        accounts = new JpaAccounts(store.jpa("core"), audit, clock, new NamedCoop("La Clairette"));
        signIn = new DatabaseSignIn(store.jpa("core"), store.dataSource(), clock);
        links = new JpaOneTimeLinks(store.jpa("core"), clock);
    }

    private Account account(String name, String mail, String password) {
        Account account = accounts.create(
                new AccountDraft(null, name, Locale.FRENCH, Set.of(mail, "n" + name), Set.of("member")), Actor.host());
        accounts.setPassword(account.id(), password, Actor.host());
        return account;
    }

    @ParameterizedTest
    @EnumSource
    void aSessionLastsUntilItIsEnded(TestDatabase database) {
        on(database);
        Account ines = account("Inès", "Ines@Example.org", PASSWORD);

        Outcome outcome = signIn.attempt(" ines@example.ORG ", PASSWORD, null, "192.0.2.1");

        assertThat(outcome).isInstanceOf(Outcome.Welcome.class);
        String token = ((Outcome.Welcome) outcome).token();
        assertThat(signIn.resume(token)).map(Account::id).contains(ines.id());
        signIn.signOutEverywhere(ines.id());
        assertThat(signIn.resume(token)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aSessionEndsAfterFourteenDays(TestDatabase database) {
        on(database);
        Account ines = account("Inès", "ines@example.org", PASSWORD);
        String token = signIn.welcome(ines.id()).token();

        clock.advance(Duration.ofDays(14).minusSeconds(1));
        assertThat(signIn.resume(token)).isPresent();
        clock.advance(Duration.ofSeconds(6));
        assertThat(signIn.resume(token)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aMailOfTwoPeopleLetsThemChoose(TestDatabase database) {
        on(database);
        Account ines = account("Inès", "famille@example.org", PASSWORD);
        Account malo = account("Malo", "famille@example.org", PASSWORD);

        Outcome outcome = signIn.attempt("famille@example.org", PASSWORD, null, "192.0.2.1");

        assertThat(outcome).isInstanceOf(Outcome.Choose.class);
        assertThat(((Outcome.Choose) outcome).accounts())
                .extracting(Account::id)
                .containsExactlyInAnyOrder(ines.id(), malo.id());
        Outcome chosen = signIn.attempt("famille@example.org", PASSWORD, malo.id(), "192.0.2.1");
        assertThat(((Outcome.Welcome) chosen).account().id()).isEqualTo(malo.id());
    }

    @ParameterizedTest
    @EnumSource
    void theSixthAttemptWaits(TestDatabase database) {
        on(database);
        account("Inès", "ines@example.org", PASSWORD);

        for (int attempt = 1; attempt <= 5; attempt++) {
            assertThat(signIn.attempt("ines@example.org", "faux mot", null, "192.0.2.1"))
                    .isInstanceOf(Outcome.Wrong.class);
        }

        assertThat(signIn.attempt("ines@example.org", PASSWORD, null, "192.0.2.1"))
                .isEqualTo(new Outcome.Throttled(Duration.ofSeconds(30)));
        clock.advance(Duration.ofSeconds(30));
        assertThat(signIn.attempt("ines@example.org", PASSWORD, null, "192.0.2.1"))
                .isInstanceOf(Outcome.Welcome.class);
    }

    @ParameterizedTest
    @EnumSource
    void changingTheAddressDoesNotHelpWhoGuessesOnePassword(TestDatabase database) {
        on(database);
        account("Inès", "ines@example.org", PASSWORD);

        for (int attempt = 1; attempt <= 20; attempt++) {
            assertThat(signIn.attempt("ines@example.org", "faux mot", null, "192.0.2." + attempt))
                    .isInstanceOf(Outcome.Wrong.class);
        }

        assertThat(signIn.attempt("ines@example.org", PASSWORD, null, "192.0.2.21"))
                .isEqualTo(new Outcome.Throttled(Duration.ofSeconds(30)));
        clock.advance(Duration.ofSeconds(30));
        assertThat(signIn.attempt("ines@example.org", PASSWORD, null, "192.0.2.21"))
                .isInstanceOf(Outcome.Welcome.class);
        // Signed in: the next mistakes are free again.
        assertThat(signIn.attempt("ines@example.org", "faux mot", null, "192.0.2.22"))
                .isInstanceOf(Outcome.Wrong.class);
        assertThat(signIn.attempt("ines@example.org", PASSWORD, null, "192.0.2.22"))
                .isInstanceOf(Outcome.Welcome.class);
    }

    @ParameterizedTest
    @EnumSource
    void changingTheLoginDoesNotHelpWhoGuessesFromOneAddress(TestDatabase database) {
        on(database);
        account("Inès", "ines@example.org", PASSWORD);
        account("Malo", "malo@example.org", PASSWORD);
        fail(99);

        // Signing in with one's own account does not clear the way to the others.
        assertThat(signIn.attempt("ines@example.org", PASSWORD, null, "192.0.2.1"))
                .isInstanceOf(Outcome.Welcome.class);
        assertThat(signIn.attempt("nobody-100@example.org", "faux mot", null, "192.0.2.1"))
                .isInstanceOf(Outcome.Wrong.class);
        assertThat(signIn.attempt("malo@example.org", PASSWORD, null, "192.0.2.1"))
                .isEqualTo(new Outcome.Throttled(Duration.ofSeconds(30)));

        assertThat(signIn.attempt("malo@example.org", PASSWORD, null, "192.0.2.2"))
                .isInstanceOf(Outcome.Welcome.class);
        clock.advance(Duration.ofHours(1));
        // Counted anew: with what was counted before, the first would have to wait.
        fail(5);
    }

    @ParameterizedTest
    @EnumSource
    void whoSignsInAtTheLimitOfAnAddressMakesNobodyThereWait(TestDatabase database) {
        on(database);
        account("Inès", "ines@example.org", PASSWORD);
        account("Malo", "malo@example.org", PASSWORD);
        haveFailed(100);
        clock.advance(Duration.ofSeconds(30));

        assertThat(signIn.attempt("ines@example.org", PASSWORD, null, "192.0.2.1"))
                .isInstanceOf(Outcome.Welcome.class);
        assertThat(signIn.attempt("malo@example.org", PASSWORD, null, "192.0.2.1"))
                .isInstanceOf(Outcome.Welcome.class);

        // A failure costs what it always did.
        assertThat(signIn.attempt("malo@example.org", "faux mot", null, "192.0.2.1"))
                .isInstanceOf(Outcome.Wrong.class);
        assertThat(signIn.attempt("ines@example.org", PASSWORD, null, "192.0.2.1"))
                .isEqualTo(new Outcome.Throttled(Duration.ofSeconds(60)));
    }

    @ParameterizedTest
    @EnumSource
    void whoIsToldToWaitIsCountedNowhere(TestDatabase database) {
        on(database);
        account("Inès", "ines@example.org", PASSWORD);
        haveFailed(100);

        for (int attempt = 1; attempt <= 30; attempt++) {
            assertThat(signIn.attempt("ines@example.org", PASSWORD, null, "192.0.2.1"))
                    .isEqualTo(new Outcome.Throttled(Duration.ofSeconds(30)));
        }

        assertThat(signIn.attempt("ines@example.org", "faux mot", null, "192.0.2.2"))
                .isInstanceOf(Outcome.Wrong.class);
        clock.advance(Duration.ofSeconds(30));
        assertThat(signIn.attempt("ines@example.org", PASSWORD, null, "192.0.2.1"))
                .isInstanceOf(Outcome.Welcome.class);
    }

    @ParameterizedTest
    @EnumSource
    void whoFailsInSomebodysNameKeepsThemOutOfNoPlaceTheySignedInFrom(TestDatabase database) {
        on(database);
        account("Inès", "ines@example.org", PASSWORD);
        assertThat(signIn.attempt("ines@example.org", PASSWORD, null, "203.0.113.7"))
                .isInstanceOf(Outcome.Welcome.class);
        clock.advance(Duration.ofDays(29));
        new SweepJob(jpa, clock).run(null);
        for (int attempt = 1; attempt <= 20; attempt++) {
            assertThat(signIn.attempt("ines@example.org", "faux mot", null, "192.0.2." + attempt))
                    .isInstanceOf(Outcome.Wrong.class);
        }

        assertThat(signIn.attempt("ines@example.org", PASSWORD, null, "203.0.113.8"))
                .isEqualTo(new Outcome.Throttled(Duration.ofSeconds(30)));
        for (int attempt = 1; attempt <= 5; attempt++) {
            assertThat(signIn.attempt("ines@example.org", "faux mot", null, "203.0.113.7"))
                    .isInstanceOf(Outcome.Wrong.class);
        }
        // Known or not, an address has five mistakes.
        assertThat(signIn.attempt("ines@example.org", PASSWORD, null, "203.0.113.7"))
                .isEqualTo(new Outcome.Throttled(Duration.ofSeconds(30)));
        assertThat(signIn.attempt("malo@example.org", PASSWORD, null, "203.0.113.7"))
                .isInstanceOf(Outcome.Wrong.class);
        clock.advance(Duration.ofSeconds(30));
        assertThat(signIn.attempt("ines@example.org", PASSWORD, null, "203.0.113.7"))
                .isInstanceOf(Outcome.Welcome.class);
    }

    @ParameterizedTest
    @EnumSource
    void anAddressIsKnownForThirtyDays(TestDatabase database) {
        on(database);
        account("Inès", "ines@example.org", PASSWORD);
        assertThat(signIn.attempt("ines@example.org", PASSWORD, null, "203.0.113.7"))
                .isInstanceOf(Outcome.Welcome.class);
        clock.advance(Duration.ofDays(30).plusSeconds(1));
        for (int attempt = 1; attempt <= 20; attempt++) {
            signIn.attempt("ines@example.org", "faux mot", null, "192.0.2." + attempt);
        }

        assertThat(signIn.attempt("ines@example.org", PASSWORD, null, "203.0.113.7"))
                .isEqualTo(new Outcome.Throttled(Duration.ofSeconds(30)));
    }

    /** As {@link #fail} leaves it, without deriving a hundred keys. */
    private void haveFailed(int times) {
        fail(1);
        jpa.tx(em -> em.createNativeQuery("update greffon_core_sign_in_failure set failures = " + times)
                .executeUpdate());
    }

    private void fail(int times) {
        for (int attempt = 1; attempt <= times; attempt++) {
            assertThat(signIn.attempt("nobody-" + attempt + "@example.org", "faux mot", null, "192.0.2.1"))
                    .isInstanceOf(Outcome.Wrong.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void ofTwentyAttemptsAtOnceFiveAreHeard(TestDatabase database) throws Exception {
        on(database);
        account("Inès", "ines@example.org", PASSWORD);
        ExecutorService guessers = Executors.newFixedThreadPool(20);
        try {
            Callable<Outcome> guess = () -> signIn.attempt("ines@example.org", "faux mot", null, "192.0.2.1");
            List<Outcome> outcomes = new ArrayList<>();
            for (Future<Outcome> future : guessers.invokeAll(Collections.nCopies(20, guess))) {
                outcomes.add(future.get());
            }

            assertThat(outcomes.stream().filter(Outcome.Wrong.class::isInstance))
                    .hasSize(5);
            assertThat(outcomes.stream().filter(Outcome.Throttled.class::isInstance))
                    .hasSize(15);
        } finally {
            guessers.shutdownNow();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aLinkOpensOnce(TestDatabase database) {
        on(database);
        String secret = links.issue(Purpose.SETUP, null, Duration.ofHours(24));

        assertThat(links.look(secret)).isPresent();
        assertThat(links.use(secret)).isPresent();
        assertThat(links.use(secret)).isEmpty();
        assertThat(links.look(secret)).isEmpty();
    }
}
