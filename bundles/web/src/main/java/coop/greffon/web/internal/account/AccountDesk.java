package coop.greffon.web.internal.account;

import coop.greffon.core.identity.Account;
import coop.greffon.core.identity.AccountDraft;
import coop.greffon.core.identity.AccountLinks;
import coop.greffon.core.identity.Accounts;
import coop.greffon.core.identity.Role;
import coop.greffon.core.identity.Roles;
import coop.greffon.core.identity.SignIn;
import coop.greffon.core.message.Messages;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.problem.NotFound;
import coop.greffon.core.problem.Refused;
import coop.greffon.core.validation.Validation;
import coop.greffon.web.Visit;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What whoever manages accounts may do to them; pages and addresses for programs share it.
 *
 * <p>The right to manage accounts may be given to somebody who does not administer: such a person can neither give more rights than they
 * have nor touch an account that has more.
 */
@Component(service = AccountDesk.class)
public final class AccountDesk {
    private final Accounts accounts;
    private final AccountLinks links;
    private final SignIn signIn;
    private final Roles roles;
    private final Messages messages;
    private final Validation validation;

    @Activate
    public AccountDesk(
            @Reference Accounts accounts,
            @Reference AccountLinks links,
            @Reference SignIn signIn,
            @Reference Roles roles,
            @Reference Messages messages,
            @Reference Validation validation) {
        this.accounts = accounts;
        this.links = links;
        this.signIn = signIn;
        this.roles = roles;
        this.messages = messages;
        this.validation = validation;
    }

    /** The roles that may be given, the administrators' first. */
    List<Role> roles() {
        return roles.all();
    }

    /** The languages that may be chosen. */
    List<Locale> languages() {
        return List.copyOf(messages.languages());
    }

    Account find(long id) {
        return accounts.find(id).orElseThrow(() -> new NotFound(Text.of("core.account.unknown", Long.toString(id))));
    }

    Account invite(Invitation invitation, Visit visit) {
        validation.valid(invitation);
        Locale language = invitation.language() == null ? visit.language() : known(invitation.language());
        allowRoles(invitation.roles(), Set.of(), visit);
        return links.invite(
                new AccountDraft(
                        null, invitation.name().strip(), language, Set.of(invitation.mail()), invitation.roles()),
                visit.actor());
    }

    /** A language that some module speaks. */
    Locale known(Locale wanted) {
        Locale language = Locale.forLanguageTag(wanted.getLanguage());
        if (!messages.languages().contains(language)) {
            throw new InvalidInput(
                    FieldError.of("language", wanted.toLanguageTag(), Text.of("core.setting.error.choice")));
        }
        return language;
    }

    void setRoles(long id, long revision, Set<String> roles, Visit visit) {
        Account account = touchable(id, visit);
        allowRoles(roles, account.roles(), visit);
        accounts.setRoles(id, revision, roles, visit.actor());
        // What somebody may do is remembered with the session.
        signIn.signOutEverywhere(id);
    }

    private void allowRoles(Set<String> wanted, Set<String> had, Visit visit) {
        Set<String> known = roles().stream().map(Role::id).collect(Collectors.toSet());
        for (String role : wanted) {
            if (!known.contains(role) && !had.contains(role)) {
                throw new InvalidInput(FieldError.of("roles", role, Text.of("web.accounts.role-unknown")));
            }
            requireNoMoreRights(role, visit);
        }
    }

    /** Answers whether a mail was written. */
    boolean sendLink(long id, Visit visit) {
        return links.invite(touchable(id, visit).id(), visit.actor());
    }

    String handLink(long id, Visit visit) {
        return links.link(touchable(id, visit).id(), visit.actor());
    }

    void signOut(long id, Visit visit) {
        signIn.signOutEverywhere(touchable(id, visit).id());
    }

    void close(long id, Visit visit) {
        Account account = touchable(id, visit);
        accounts.close(account.id(), visit.actor());
        signIn.signOutEverywhere(account.id());
    }

    private Account touchable(long id, Visit visit) {
        Account account = find(id);
        account.roles().forEach(role -> requireNoMoreRights(role, visit));
        return account;
    }

    private void requireNoMoreRights(String role, Visit visit) {
        boolean administers = visit.account()
                .filter(account -> account.roles().contains(Account.ADMIN))
                .isPresent();
        if (role.equals(Account.ADMIN) && !administers) {
            throw new Refused(Text.of("web.accounts.administrators-only"));
        }
        if (!roles.permissions(role).stream().allMatch(visit::may)) {
            throw new Refused(Text.of("web.accounts.more-rights", role));
        }
    }
}
