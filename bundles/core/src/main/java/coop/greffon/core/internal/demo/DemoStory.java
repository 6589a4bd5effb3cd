package coop.greffon.core.internal.demo;

import coop.greffon.core.demo.DemoCast;
import coop.greffon.core.demo.DemoData;
import coop.greffon.core.demo.DemoSignIn;
import coop.greffon.core.extension.Extension;
import coop.greffon.core.identity.Account;
import coop.greffon.core.identity.AccountDraft;
import coop.greffon.core.identity.Accounts;
import coop.greffon.core.identity.Actor;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has each part of the story told once, a part after those it builds upon, and draws the passwords. */
final class DemoStory {
    private static final Logger LOG = LoggerFactory.getLogger(DemoStory.class);

    private final JpaTemplate jpa;
    private final DemoTables tables;
    private final Accounts accounts;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Set<String> settled = new HashSet<>();

    DemoStory(JpaTemplate jpa, DemoTables tables, Accounts accounts, Clock clock) {
        this.jpa = jpa;
        this.tables = tables;
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * Has the parts told that were not.
     *
     * @param parts who can tell one now
     */
    void tell(List<Extension<DemoData>> parts) {
        List<Extension<DemoData>> waiting = new ArrayList<>(parts);
        waiting.removeIf(part -> settled.contains(part.module()));
        if (!waiting.isEmpty()) {
            // Asked of the database only when somebody new is there: this is called several times a second.
            settled.addAll(tables.parts());
            waiting.removeIf(part -> settled.contains(part.module()));
        }
        while (!waiting.isEmpty()) {
            Set<String> untold = waiting.stream().map(Extension::module).collect(Collectors.toCollection(TreeSet::new));
            Extension<DemoData> next = waiting.stream()
                    .filter(part -> part.service().after().stream().noneMatch(untold::contains))
                    .findFirst()
                    .orElse(waiting.get(0));
            waiting.remove(next);
            tell(next);
        }
    }

    private void tell(Extension<DemoData> part) {
        settled.add(part.module());
        try {
            jpa.tx(TransactionType.Required, em -> {
                if (tables.take(part.module(), clock.instant())) {
                    load(part.service());
                }
            });
        } catch (RuntimeException impossible) {
            LOG.error("The demo's part of {} cannot be written down", part.module(), impossible);
        }
    }

    private void load(DemoData part) {
        try {
            part.load(new Cast());
        } catch (RuntimeException refused) {
            throw refused;
        } catch (Exception unreadable) {
            throw new IllegalStateException(unreadable.getMessage(), unreadable);
        }
    }

    /** Gives each one who may sign in a new password. */
    List<DemoSignIn> drawPasswords() {
        List<DemoSignIn> signIns = new ArrayList<>();
        tables.signIns()
                .forEach((id, who) -> accounts.find(id)
                        .filter(account -> account.state() != Account.State.CLOSED)
                        .ifPresent(account -> {
                            String password = DemoPassword.drawn(random);
                            accounts.setPassword(id, password, Actor.host());
                            String login = new TreeSet<>(account.logins()).first();
                            signIns.add(new DemoSignIn(account.name(), who, login, password));
                        }));
        return signIns;
    }

    private final class Cast implements DemoCast {
        @Override
        public Account letIn(AccountDraft draft, String who) {
            Account account = accounts.create(draft, Actor.host());
            tables.letIn(account.id(), who);
            return account;
        }
    }
}
