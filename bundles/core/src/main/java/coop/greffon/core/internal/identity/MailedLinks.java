package coop.greffon.core.internal.identity;

import coop.greffon.core.audit.Audit;
import coop.greffon.core.identity.Account;
import coop.greffon.core.identity.AccountDraft;
import coop.greffon.core.identity.AccountLinks;
import coop.greffon.core.identity.Actor;
import coop.greffon.core.identity.OneTimeLinks;
import coop.greffon.core.identity.OneTimeLinks.Opened;
import coop.greffon.core.identity.OneTimeLinks.Purpose;
import coop.greffon.core.identity.SignIn;
import coop.greffon.core.internal.identity.Throttle.Subject;
import coop.greffon.core.mail.Letter;
import coop.greffon.core.mail.Outbox;
import coop.greffon.core.mail.Recipient;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.NotFound;
import coop.greffon.core.problem.Refused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.persistence.LockModeType;
import javax.sql.DataSource;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Links as one-time links, sent through the outbox in the transaction that makes them. */
@Component(service = AccountLinks.class)
public final class MailedLinks implements AccountLinks {
    private static final Duration ACTIVATION = Duration.ofDays(14);
    private static final Duration RESET = Duration.ofHours(2);
    private static final Duration A_MOMENT = Duration.ofMinutes(1);
    private static final String PAGE = "/activate/";
    private static final String RECORD = "core.account";
    private static final String CREATED = "core.audit.account-created";
    private static final String SENT = "core.audit.link-made";
    private static final String ADDRESSED = "core.audit.link-addressed";
    private static final String HANDED = "core.audit.link-handed";
    /** What makes a link, voids one or uses it up. */
    private static final Set<String> OF_LINKS =
            Set.of(SENT, ADDRESSED, HANDED, "core.audit.password-set", "core.audit.account-renamed");

    /** Beyond these, somebody floods us: whoever means it asks again. */
    private static final int MOST_WAITING = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(MailedLinks.class);

    private final JpaTemplate jpa;
    private final Throttle throttle;
    private final JpaAccounts accounts;
    private final OneTimeLinks links;
    private final SignIn signIn;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;
    private final ExecutorService background;

    @Activate
    public MailedLinks(
            @Reference(target = "(osgi.unit.name=core)") JpaTemplate jpa,
            @Reference(target = "(osgi.jndi.service.name=greffon/core)") DataSource dataSource,
            @Reference JpaAccounts accounts,
            @Reference OneTimeLinks links,
            @Reference SignIn signIn,
            @Reference Outbox outbox,
            @Reference Audit audit,
            @Reference Clock clock) {
        this(jpa, dataSource, accounts, links, signIn, outbox, audit, clock, background());
    }

    MailedLinks(
            JpaTemplate jpa,
            DataSource dataSource,
            JpaAccounts accounts,
            OneTimeLinks links,
            SignIn signIn,
            Outbox outbox,
            Audit audit,
            Clock clock,
            ExecutorService background) {
        this.jpa = jpa;
        this.throttle = new Throttle(dataSource);
        this.accounts = accounts;
        this.links = links;
        this.signIn = signIn;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
        this.background = background;
    }

    private static ExecutorService background() {
        return new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(MOST_WAITING),
                task -> new Thread(task, "greffon-reminders"),
                new ThreadPoolExecutor.DiscardPolicy());
    }

    @Deactivate
    void stop() {
        background.shutdown();
    }

    @Override
    public Account invite(AccountDraft draft, Actor by) {
        return jpa.txExpr(TransactionType.Required, em -> {
            if (by.accountId() != null) {
                // The second of two at once waits here, and finds what the first made.
                em.find(StoredAccount.class, by.accountId(), LockModeType.PESSIMISTIC_WRITE);
            }
            return madeLately(draft, by).orElseGet(() -> {
                Account account = accounts.create(draft, by);
                invite(account.id(), by);
                return account;
            });
        });
    }

    /** The account that somebody made of this very draft a moment ago, and that is not in use yet. */
    private Optional<Account> madeLately(AccountDraft draft, Actor by) {
        Set<String> logins =
                draft.logins().stream().map(StoredAccount::normalise).collect(Collectors.toUnmodifiableSet());
        return logins.stream()
                .flatMap(login -> accounts.withLogin(login).stream())
                .filter(known -> known.state() == Account.State.INVITED)
                .filter(known -> Objects.equals(known.subject(), draft.subject()))
                .filter(known ->
                        known.name().equals(draft.name()) && known.language().equals(draft.language()))
                .filter(known -> known.logins().equals(logins) && known.roles().equals(draft.roles()))
                .filter(known -> isLately(CREATED, Set.of(CREATED), known, by))
                .findFirst();
    }

    @Override
    public boolean invite(long accountId, Actor by) {
        return jpa.txExpr(TransactionType.Required, em -> {
            em.find(StoredAccount.class, accountId, LockModeType.PESSIMISTIC_WRITE);
            Account account = open(accountId);
            String mail =
                    usual(account).orElseThrow(() -> new Refused(Text.of("core.account.no-mail", account.name())));
            if (isLately(SENT, OF_LINKS, account, by)) {
                return false;
            }
            invite(account, mail, SENT, by);
            return true;
        });
    }

    /** Whether the last of some acts on an account was this one, by the same person a moment ago. */
    private boolean isLately(String act, Set<String> acts, Account account, Actor by) {
        Instant now = clock.instant();
        return audit.history(RECORD, Long.toString(account.id())).stream()
                .filter(change -> acts.contains(change.action()))
                .findFirst()
                .filter(change -> change.action().equals(act))
                .filter(change -> change.by().ownerKey().equals(by.ownerKey()))
                .filter(change -> change.at().isAfter(now.minus(A_MOMENT)))
                // The clock may have been set back since.
                .filter(change -> !change.at().isAfter(now))
                .isPresent();
    }

    @Override
    public void invite(long accountId, String mail, Actor by) {
        Account account = open(accountId);
        String login = StoredAccount.normalise(mail);
        if (!login.contains("@") || !account.logins().contains(login)) {
            throw new Refused(Text.of("core.account.no-mail", account.name()));
        }
        // To another mail it is an act of its own: whoever then asks for the usual one means another.
        invite(account, login, usual(account).filter(login::equals).isPresent() ? SENT : ADDRESSED, by);
    }

    private static Optional<String> usual(Account account) {
        return account.logins().stream()
                .filter(login -> login.contains("@"))
                .sorted()
                .findFirst();
    }

    private void invite(Account account, String mail, String act, Actor by) {
        jpa.tx(TransactionType.Required, em -> {
            send(account, mail);
            record(account, act, by);
        });
    }

    @Override
    public String link(long accountId, Actor by) {
        Account account = open(accountId);
        return jpa.txExpr(TransactionType.Required, em -> {
            record(account, HANDED, by);
            return PAGE + links.issue(purpose(account), account.id(), RESET);
        });
    }

    private Account open(long accountId) {
        Account account = accounts.find(accountId)
                .orElseThrow(() -> new NotFound(Text.of("core.account.unknown", Long.toString(accountId))));
        if (account.state() == Account.State.CLOSED) {
            throw new Refused(Text.of("core.account.is-closed", account.name()));
        }
        return account;
    }

    private void record(Account account, String action, Actor by) {
        audit.record(by, action, RECORD, Long.toString(account.id()), List.of());
    }

    /** In the background: how long the answer takes would tell whether a mail is known. */
    @Override
    public void remind(String mail) {
        background.execute(() -> {
            try {
                sendReminders(mail);
            } catch (RuntimeException failed) {
                LOG.error("Nobody could be reminded", failed);
            }
        });
    }

    private void sendReminders(String mail) {
        String login = StoredAccount.normalise(mail);
        if (!login.contains("@")
                || !throttle.attempt(Subject.of("remind " + login), clock.instant())
                        .delay()
                        .isZero()) {
            return;
        }
        jpa.tx(
                TransactionType.Required,
                em -> em.createQuery(
                                "select distinct a from StoredAccount a join a.logins l where l = :login order by a.id",
                                StoredAccount.class)
                        .setParameter("login", login)
                        .setMaxResults(20)
                        .getResultStream()
                        .map(StoredAccount::view)
                        .filter(account -> account.state() != Account.State.CLOSED)
                        .toList()
                        .forEach(account -> send(account, login)));
    }

    private static Purpose purpose(Account account) {
        return account.state() == Account.State.INVITED ? Purpose.ACTIVATION : Purpose.RESET;
    }

    private void send(Account account, String mail) {
        Purpose purpose = purpose(account);
        String secret = links.issue(purpose, account.id(), purpose == Purpose.ACTIVATION ? ACTIVATION : RESET);
        String key = "core.letter." + (purpose == Purpose.ACTIVATION ? "activation" : "reset");
        Letter letter = Letter.to(
                        new Recipient(account.subject(), account.name(), mail, account.language()),
                        Text.of(key + ".title", Letter.COOP))
                .paragraph(Text.of(key + ".intro", account.name(), Letter.COOP))
                .link(Text.of(key + ".open"), PAGE + secret)
                .paragraph(Text.of(key + ".end"));
        outbox.send(letter, "core.account/" + account.id() + "/" + Secrets.hash(secret));
    }

    @Override
    public Optional<Account> look(String secret) {
        return links.look(secret).flatMap(this::account);
    }

    private Optional<Account> account(Opened opened) {
        return opened.purpose() == Purpose.SETUP
                ? Optional.empty()
                : accounts.find(opened.accountId()).filter(account -> account.state() != Account.State.CLOSED);
    }

    @Override
    public Account setUp(String secret, AccountDraft draft, String password) {
        // Who holds no link costs no hash, and the link is not locked while one is made.
        if (links.look(secret).filter(MailedLinks::isSetUp).isEmpty()) {
            throw unknown();
        }
        String hash = accounts.hash(password, draft.logins());
        return jpa.txExpr(TransactionType.Required, em -> {
            // Before all else: it locks the link, so that another who holds it waits for what becomes of it.
            if (links.use(secret).filter(MailedLinks::isSetUp).isEmpty()) {
                throw unknown();
            }
            return accounts.createHashed(em, draft, hash, Actor.host());
        });
    }

    private static boolean isSetUp(Opened opened) {
        return opened.purpose() == Purpose.SETUP;
    }

    private static NotFound unknown() {
        return new NotFound(Text.of("core.account.link-unknown"));
    }

    @Override
    public Account choose(String secret, String password) {
        Account whose = look(secret).orElseThrow(MailedLinks::unknown);
        String hash = accounts.hash(password, whose.logins());
        Account chosen = jpa.txExpr(TransactionType.Required, em -> {
            Account account = look(secret)
                    .flatMap(found -> links.use(secret))
                    .flatMap(this::account)
                    .orElseThrow(MailedLinks::unknown);
            accounts.setHash(em, account.id(), hash, Actor.of(account));
            signIn.signOutEverywhere(account.id());
            return account;
        });
        // Until the commit a session may have been read that is over now.
        signIn.refresh(chosen.id());
        return chosen;
    }
}
