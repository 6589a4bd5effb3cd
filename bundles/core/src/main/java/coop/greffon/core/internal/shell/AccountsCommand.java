package coop.greffon.core.internal.shell;

import coop.greffon.core.console.Listing;
import coop.greffon.core.identity.Account;
import coop.greffon.core.identity.AccountDraft;
import coop.greffon.core.identity.AccountLinks;
import coop.greffon.core.identity.AccountOverview;
import coop.greffon.core.identity.AccountQuery;
import coop.greffon.core.identity.AccountQuery.Order;
import coop.greffon.core.identity.Accounts;
import coop.greffon.core.identity.Actor;
import coop.greffon.core.identity.Roles;
import coop.greffon.core.identity.SignIn;
import coop.greffon.core.mail.Mails;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.problem.NotFound;
import coop.greffon.core.problem.Refused;
import coop.greffon.core.setting.HostSettings;
import coop.greffon.core.setting.Settings;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** Who may sign in: lists accounts, adds one, changes its roles, makes it a link to choose a password, closes it. */
@Service
@Command(
        scope = "greffon",
        name = "accounts",
        description = "Lists the accounts, adds one, sets its roles, makes a link to choose a password, or closes it")
public final class AccountsCommand extends SpokenAction {
    private static final String LIST = "list";
    private static final String ADD = "add";
    private static final String ROLES = "roles";
    private static final String LINK = "link";
    private static final String CLOSE = "close";

    @Argument(name = "action", description = "list, add, roles, link or close")
    @Completion(
            value = StringsCompleter.class,
            values = {LIST, ADD, ROLES, LINK, CLOSE})
    private String action = LIST;

    @Argument(
            index = 1,
            name = "account",
            description = "What it signs in with, or its id as \"#12\", in quotes; part of a name to list")
    @Completion(AccountLogins.class)
    private String account;

    @Argument(index = 2, name = "name", description = "The name shown of an account that is added")
    private String name;

    @Option(
            name = "--role",
            description = "A role to list, to add with or to set; may be given several times",
            multiValued = true)
    @Completion(RoleNames.class)
    private List<String> roles;

    @Option(name = "--language", description = "The language of an account that is added")
    @Completion(
            value = StringsCompleter.class,
            values = {"fr", "en"})
    private String language;

    @Option(name = "--send", description = "Sends the link by mail instead of printing it")
    private boolean send;

    @Option(name = "--most", description = "How many at most")
    private int most = 50;

    @Option(name = "--output", description = "table, json or csv")
    @Completion(
            value = StringsCompleter.class,
            values = {Listing.TABLE, Listing.JSON, Listing.CSV})
    private String output = Listing.TABLE;

    @Reference
    private Accounts accounts;

    @Reference
    private AccountLinks links;

    @Reference
    private SignIn signIn;

    @Reference
    private Roles knownRoles;

    @Reference
    private Mails mails;

    @Reference
    private Settings settings;

    @Reference
    private Clock clock;

    @Override
    void run() {
        switch (action) {
            case LIST -> list();
            case ADD -> add();
            case ROLES -> setRoles();
            case LINK -> hand(found());
            case CLOSE -> close();
            default -> throw unknownAction(action, LIST, ADD, ROLES, LINK, CLOSE);
        }
    }

    private void list() {
        var listing = new Listing("id", "name", "logins", "roles", "state", "language", "last-sign-in");
        String role = roles == null || roles.isEmpty() ? null : roles.get(0);
        for (AccountOverview row : accounts.find(
                new AccountQuery(account, role, null, Order.NAME, false), 0, Listing.most("--most", most))) {
            Account shown = row.account();
            listing.row(
                    shown.id(),
                    shown.name(),
                    sorted(shown.logins()),
                    sorted(shown.roles()),
                    shown.state().name().toLowerCase(Locale.ROOT),
                    shown.language().toLanguageTag(),
                    row.lastSignInAt());
        }
        listing.print(System.out, output);
    }

    private void add() {
        Set<String> given = rolesGiven();
        Account added = accounts.create(
                new AccountDraft(
                        null,
                        required("name", name),
                        language == null ? ofTheCoop() : language(language),
                        Set.of(mail(required("account", account).strip())),
                        given),
                Actor.console());
        System.out.println(t("core.account.added", added.name(), Long.toString(added.id())));
        hand(added);
    }

    private static String mail(String typed) {
        if (!typed.matches("[^\\s@]+@[^\\s@]+\\.[^\\s@]+")) {
            throw new InvalidInput(new FieldError(
                    "account",
                    typed,
                    Text.of("core.setting.error.mail"),
                    Text.of("core.setting.remedy.example", "prenom@example.org")));
        }
        return typed;
    }

    private void setRoles() {
        Account changed = found();
        accounts.setRoles(changed.id(), rolesGiven(), Actor.console());
        // What somebody may do is remembered with the session.
        signIn.signOutEverywhere(changed.id());
        System.out.println(t("core.account.roles-set", changed.name()));
    }

    private Set<String> rolesGiven() {
        Set<String> given = roles == null ? Set.of() : new HashSet<>(roles);
        given.forEach(knownRoles::role);
        return given;
    }

    private void hand(Account to) {
        if (send) {
            boolean isSent = links.invite(to.id(), Actor.console());
            String sent = mails.dispatch().sentence("core.account.link-sent");
            System.out.println(t(isSent ? sent : "core.account.link-already", to.name()));
        } else {
            System.out.println(address() + links.link(to.id(), Actor.console()));
            if (address().isEmpty()) {
                System.out.println(t("core.account.link-path"));
            }
        }
    }

    private String address() {
        return settings.on(HostSettings.class, LocalDate.now(clock))
                .publicAddress()
                .map(URI::toString)
                .map(text -> text.replaceFirst("/+$", ""))
                .orElse("");
    }

    private Locale ofTheCoop() {
        return settings.on(HostSettings.class, LocalDate.now(clock)).language();
    }

    private void close() {
        Account closed = found();
        accounts.close(closed.id(), Actor.console());
        signIn.signOutEverywhere(closed.id());
        System.out.println(t("core.account.closed", closed.name()));
    }

    /** Whom an action concerns: never somebody who merely has it in a name. */
    private Account found() {
        String wanted = required("account", account).strip();
        if (wanted.matches("#\\d{1,18}")) {
            long id = Long.parseLong(wanted.substring(1));
            return accounts.find(id)
                    .orElseThrow(() -> new NotFound(Text.of("core.account.unknown", Long.toString(id))));
        }
        List<Account> all = accounts.withLogin(wanted);
        if (all.size() > 1) {
            String numbers = all.stream().map(one -> "#" + one.id()).collect(Collectors.joining(", "));
            throw new Refused(Text.of("core.account.several", wanted, numbers));
        }
        return all.stream().findFirst().orElseThrow(() -> new NotFound(Text.of("core.account.login-unknown", wanted)));
    }

    private static String sorted(Set<String> texts) {
        return String.join(" ", new TreeSet<>(texts));
    }
}
