package coop.greffon.core.internal.identity;

import coop.greffon.core.identity.Account;
import coop.greffon.core.identity.AccountDraft;
import coop.greffon.core.identity.Actor;
import coop.greffon.core.internal.audit.JpaAudit;
import coop.greffon.core.internal.job.SameThread;
import coop.greffon.core.internal.mail.NamedCoop;
import coop.greffon.core.mail.Letter;
import coop.greffon.testing.AdjustableClock;
import coop.greffon.testing.TestDatabase;
import coop.greffon.testing.TestStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Accounts in a database, and the letters that would leave. */
abstract class AccountsBench {
    static final String PASSWORD = "une phrase longue";
    static final Actor CONSOLE = Actor.console();
    final AdjustableClock clock = AdjustableClock.at("2026-11-21T09:00:00Z");
    final List<Letter> letters = new ArrayList<>();
    TestStore store;
    JpaAudit audit;
    JpaAccounts accounts;
    DatabaseSignIn signIn;
    MailedLinks links;

    void on(TestDatabase database) {
        store = database.fresh();
        audit = new JpaAudit(store.jpa("core"), clock);
        accounts = new JpaAccounts(store.jpa("core"), audit, clock, new NamedCoop("La Clairette"));
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

    Account account(String name, Set<String> logins, String... roles) {
        return accounts.create(new AccountDraft(null, name, Locale.FRENCH, logins, Set.of(roles)), CONSOLE);
    }

    Account active(String name, String... roles) {
        Account account = account(name, Set.of(name.toLowerCase(Locale.ROOT) + "@example.org"), roles);
        accounts.setPassword(account.id(), PASSWORD, CONSOLE);
        return account;
    }
}
