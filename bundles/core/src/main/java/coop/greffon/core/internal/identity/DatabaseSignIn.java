package coop.greffon.core.internal.identity;

import coop.greffon.core.identity.Account;
import coop.greffon.core.identity.SignIn;
import coop.greffon.core.internal.identity.SignInThrottle.Attempt;
import coop.greffon.core.internal.identity.Throttle.Subject;
import coop.greffon.core.persistence.Moments;
import coop.greffon.core.problem.TooSoon;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Sessions in the database, so that two nodes share them.
 *
 * <p>A node remembers whose a token is for a few seconds: pages then cost no query for the session. What ends here is forgotten here at
 * once; another node notices within {@link Lately#KEPT}.
 */
@Component(service = SignIn.class)
public final class DatabaseSignIn implements SignIn {
    private static final Duration SESSION = Duration.ofDays(14);
    private static final int MOST_REMEMBERED = 10_000;
    private static final String NOBODY = Passwords.hash(Secrets.random());

    private final JpaTemplate jpa;
    private final SignInThrottle attempts;
    private final Throttle throttle;
    private final Clock clock;
    private final Lately<String, Account> known;

    @Activate
    public DatabaseSignIn(
            @Reference(target = "(osgi.unit.name=core)") JpaTemplate jpa,
            @Reference(target = "(osgi.jndi.service.name=greffon/core)") DataSource dataSource,
            @Reference Clock clock) {
        this.jpa = jpa;
        this.attempts = new SignInThrottle(dataSource);
        this.throttle = new Throttle(dataSource);
        this.clock = clock;
        this.known = new Lately<>(clock, MOST_REMEMBERED);
    }

    @Override
    public Outcome attempt(String login, String password, Long chosen, String address) {
        String normalised = StoredAccount.normalise(login);
        Attempt attempt = attempts.attempt(normalised, address, clock.instant());
        if (!attempt.delay().isZero()) {
            return new Outcome.Throttled(attempt.delay());
        }
        List<Account> matching;
        try {
            matching = matching(normalised, password).stream()
                    .filter(account -> chosen == null || account.id() == chosen)
                    .toList();
        } catch (TooSoon busy) {
            attempts.takeBack(attempt);
            return new Outcome.Throttled(busy.delay());
        }
        if (matching.isEmpty()) {
            return new Outcome.Wrong();
        }
        attempts.succeeded(attempt);
        return matching.size() > 1
                ? new Outcome.Choose(matching)
                : welcome(matching.get(0).id());
    }

    private List<Account> matching(String login, String password) {
        List<StoredAccount> candidates = jpa.txExpr(
                TransactionType.Supports,
                em -> em.createQuery(
                                "select distinct a from StoredAccount a join a.logins l where l = :login"
                                        + " and a.passwordHash is not null",
                                StoredAccount.class)
                        .setParameter("login", login)
                        .setMaxResults(20)
                        .getResultList());
        if (candidates.isEmpty()) {
            // Spend the same time as for a known login, so that the answer's delay tells nothing.
            Passwords.matches(password, NOBODY);
            return List.of();
        }
        return candidates.stream()
                .filter(account -> Passwords.matches(password, account.passwordHash()))
                .map(StoredAccount::view)
                .toList();
    }

    @Override
    public Outcome.Welcome welcome(long accountId) {
        String token = Secrets.random();
        Instant now = clock.instant();
        Account account = jpa.txExpr(TransactionType.Required, em -> {
            em.persist(new StoredSession(Secrets.hash(token), accountId, now, now.plus(SESSION)));
            // By hand: a sign-in is no change of the account that somebody else's edit would collide with.
            em.createNativeQuery("update greffon_core_account set last_sign_in_at = ? where id = ?")
                    .setParameter(1, Moments.stored(now))
                    .setParameter(2, accountId)
                    .executeUpdate();
            return em.find(StoredAccount.class, accountId).view();
        });
        return new Outcome.Welcome(token, account);
    }

    @Override
    public Optional<Account> resume(String token) {
        String hash = Secrets.hash(token);
        return known.of(hash, () -> read(hash, clock.instant()));
    }

    private Optional<Account> read(String hash, Instant now) {
        return jpa.txExpr(
                TransactionType.Supports,
                em -> Optional.ofNullable(em.find(StoredSession.class, hash))
                        .filter(session -> session.isOpenAt(now))
                        .map(session -> em.find(StoredAccount.class, session.accountId()))
                        .filter(stored -> stored.state() == Account.State.ACTIVE)
                        .map(StoredAccount::view));
    }

    @Override
    public void signOut(String token) {
        String hash = Secrets.hash(token);
        known.changing(
                (key, account) -> key.equals(hash),
                () -> jpa.txExpr(
                        TransactionType.Required,
                        em -> em.createQuery("delete from StoredSession s where s.tokenHash = :hash")
                                .setParameter("hash", hash)
                                .executeUpdate()));
    }

    @Override
    public void signOutEverywhere(long accountId) {
        known.changing(
                (key, account) -> account.id() == accountId,
                () -> jpa.txExpr(
                        TransactionType.Required,
                        em -> em.createQuery("delete from StoredSession s where s.accountId = :id")
                                .setParameter("id", accountId)
                                .executeUpdate()));
    }

    @Override
    public void refresh(long accountId) {
        known.changing((key, account) -> account.id() == accountId, () -> accountId);
    }

    @Override
    public boolean confirm(long accountId, String password) {
        var subject = Subject.of("account " + accountId);
        Throttle.Attempt attempt = throttle.attempt(subject, clock.instant());
        if (!attempt.delay().isZero()) {
            throw new TooSoon(attempt.delay());
        }
        StoredAccount account = jpa.txExpr(TransactionType.Supports, em -> em.find(StoredAccount.class, accountId));
        try {
            boolean fits = account != null
                    && account.passwordHash() != null
                    && Passwords.matches(password, account.passwordHash());
            if (fits) {
                throttle.forget(subject);
            }
            return fits;
        } catch (TooSoon busy) {
            throttle.takeBack(attempt);
            throw busy;
        }
    }
}
