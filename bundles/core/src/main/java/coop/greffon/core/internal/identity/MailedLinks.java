package coop.greffon.core.internal.identity;

import coop.greffon.core.audit.Audit;
import coop.greffon.core.identity.Account;
import coop.greffon.core.identity.AccountLinks;
import coop.greffon.core.identity.Accounts;
import coop.greffon.core.identity.Actor;
import coop.greffon.core.identity.OneTimeLinks;
import coop.greffon.core.identity.OneTimeLinks.Opened;
import coop.greffon.core.identity.OneTimeLinks.Purpose;
import coop.greffon.core.identity.SignIn;
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
import java.util.Optional;
import javax.sql.DataSource;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Links as one-time links, sent through the outbox in the transaction that makes them. */
@Component(service = AccountLinks.class)
public final class MailedLinks implements AccountLinks {
    private static final Duration ACTIVATION = Duration.ofDays(14);
    private static final Duration RESET = Duration.ofHours(2);
    private static final String PAGE = "/activate/";

    private final JpaTemplate jpa;
    private final Throttle throttle;
    private final Accounts accounts;
    private final OneTimeLinks links;
    private final SignIn signIn;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    @Activate
    public MailedLinks(
            @Reference(target = "(osgi.unit.name=core)") JpaTemplate jpa,
            @Reference(target = "(osgi.jndi.service.name=greffon/core)") DataSource dataSource,
            @Reference Accounts accounts,
            @Reference OneTimeLinks links,
            @Reference SignIn signIn,
            @Reference Outbox outbox,
            @Reference Audit audit,
            @Reference Clock clock) {
        this.jpa = jpa;
        this.throttle = new Throttle(dataSource);
        this.accounts = accounts;
        this.links = links;
        this.signIn = signIn;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public void invite(long accountId, Actor by) {
        Account account = open(accountId);
        String mail = account.logins().stream()
                .filter(login -> login.contains("@"))
                .sorted()
                .findFirst()
                .orElseThrow(() -> new Refused(Text.of("core.account.no-mail", account.name())));
        invite(account, mail, by);
    }

    @Override
    public void invite(long accountId, String mail, Actor by) {
        Account account = open(accountId);
        String login = StoredAccount.normalise(mail);
        if (!login.contains("@") || !account.logins().contains(login)) {
            throw new Refused(Text.of("core.account.no-mail", account.name()));
        }
        invite(account, login, by);
    }

    private void invite(Account account, String mail, Actor by) {
        jpa.tx(TransactionType.Required, em -> {
            send(account, mail);
            record(account, by);
        });
    }

    @Override
    public String link(long accountId, Actor by) {
        Account account = open(accountId);
        return jpa.txExpr(TransactionType.Required, em -> {
            record(account, by);
            return PAGE + links.issue(purpose(account), account.id(), RESET);
        });
    }

    private Account open(long accountId) {
        Account account =
                accounts.find(accountId).orElseThrow(() -> new NotFound(Text.of("core.account.unknown", accountId)));
        if (account.state() == Account.State.CLOSED) {
            throw new Refused(Text.of("core.account.is-closed", account.name()));
        }
        return account;
    }

    private void record(Account account, Actor by) {
        audit.record(by, "core.audit.link-made", "core.account", Long.toString(account.id()), List.of());
    }

    @Override
    public void remind(String mail) {
        String login = StoredAccount.normalise(mail);
        String key = "remind " + login;
        Instant now = clock.instant();
        if (!login.contains("@") || !throttle.waitOf(key, now).isZero()) {
            return;
        }
        throttle.failed(key, now);
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
                        Text.of(key + ".title"))
                .paragraph(Text.of(key + ".intro", account.name()))
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
    public Account choose(String secret, String password) {
        return jpa.txExpr(TransactionType.Required, em -> {
            Account account = look(secret)
                    .flatMap(found -> links.use(secret))
                    .flatMap(this::account)
                    .orElseThrow(() -> new NotFound(Text.of("core.account.link-unknown")));
            accounts.setPassword(account.id(), password, Actor.of(account));
            signIn.signOutEverywhere(account.id());
            return account;
        });
    }
}
