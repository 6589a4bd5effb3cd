package coop.greffon.members.internal.account;

import coop.greffon.core.identity.Account;
import coop.greffon.core.identity.Accounts;
import coop.greffon.core.identity.Actor;
import coop.greffon.core.identity.Permissions;
import coop.greffon.core.identity.SignIn;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.Refused;
import coop.greffon.members.MailAddress;
import coop.greffon.members.Member;
import coop.greffon.members.MemberDraft;
import coop.greffon.members.Subjects;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Keeps what a person signs in with equal to what the record says: mails and number.
 *
 * <p>A new mail on a record is a way into the account. Nobody opens one that may do more than they may themselves: such an account keeps
 * its logins until its own person, or somebody with the same rights, changes the record.
 */
@Component(service = AccountLogins.class)
public class AccountLogins {
    private final Accounts accounts;
    private final Permissions permissions;
    private final SignIn signIn;

    @Activate
    public AccountLogins(@Reference Accounts accounts, @Reference Permissions permissions, @Reference SignIn signIn) {
        this.accounts = accounts;
        this.permissions = permissions;
        this.signIn = signIn;
    }

    /** The account of a person. */
    public Optional<Account> of(long memberId) {
        return accounts.ofSubject(Subjects.of(memberId));
    }

    /** After a change of a record, in its transaction. */
    public void follow(Member before, MemberDraft after, Actor by) {
        boolean isSame = before.details().name().equals(after.name())
                && Objects.equals(before.details().language(), after.language())
                && logins(before.details()).equals(logins(after));
        if (!isSame) {
            of(before.id())
                    .filter(account -> account.state() != Account.State.CLOSED)
                    .filter(account -> mayTouch(account, by))
                    .ifPresent(account -> write(account, after, by));
        }
    }

    private void write(Account account, MemberDraft details, Actor by) {
        accounts.rename(account.id(), details.name(), logins(details), by);
        if (details.language() != null) {
            accounts.setLanguage(account.id(), Locale.forLanguageTag(details.language()), by);
        }
        signIn.refresh(account.id());
    }

    /**
     * Closes the account of a record that becomes one with another; the person signs in with the other's.
     *
     * @throws Refused where the account may do more than whoever merges
     */
    public void closeMerged(Member going, Actor by) {
        of(going.id())
                .filter(account -> account.state() != Account.State.CLOSED)
                .ifPresent(account -> {
                    if (!mayTouch(account, by)) {
                        throw new Refused(Text.of("members.account.not-yours", going.name()));
                    }
                    accounts.close(account.id(), by);
                    signIn.signOutEverywhere(account.id());
                });
    }

    /** Whether somebody may change how an account is opened. */
    boolean mayTouch(Account account, Actor by) {
        if (by.kind() != Actor.Kind.ACCOUNT || by.accountId() == account.id()) {
            return true;
        }
        Set<String> own = accounts.find(by.accountId()).map(permissions::of).orElse(Set.of());
        return own.containsAll(permissions.of(account));
    }

    /** What a person may type to sign in. */
    static Set<String> logins(MemberDraft details) {
        Set<String> logins = new HashSet<>();
        details.mails().stream().map(MailAddress::address).forEach(logins::add);
        if (details.number() != null) {
            logins.add(details.number());
        }
        return logins;
    }
}
