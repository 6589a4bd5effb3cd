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
    private static final String PLAIN_MEMBER = "member";

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
            open(before.id())
                    .filter(account -> mayTouch(account, by))
                    .ifPresent(account -> write(account, before.details(), after, by));
        }
    }

    private void write(Account account, MemberDraft before, MemberDraft after, Actor by) {
        accounts.rename(account.id(), after.name(), changed(account.logins(), logins(before), logins(after)), by);
        if (after.language() != null) {
            accounts.setLanguage(account.id(), Locale.forLanguageTag(after.language()), by);
        }
        signIn.refresh(account.id());
    }

    /**
     * Only what this change adds becomes a login: what stood on the record already may be the work of somebody who was not allowed to
     * open the account.
     */
    private static Set<String> changed(Set<String> now, Set<String> before, Set<String> after) {
        if (before.equals(after)) {
            return now;
        }
        Set<String> logins = new HashSet<>(after);
        logins.removeAll(before);
        now.stream().filter(after::contains).forEach(logins::add);
        return logins;
    }

    /**
     * After a record became one with another: the person has the account of the one that stays, or keeps the other's where that has none.
     *
     * @param united the record that stays, as it is now
     * @throws Refused where the account of the record that goes may do more than whoever merges
     */
    public void merged(Member going, Member staying, MemberDraft united, Actor by) {
        Optional<Account> leaving = open(going.id());
        if (leaving.isPresent() && !mayTouch(leaving.get(), by)) {
            throw new Refused(Text.of("members.account.not-yours", going.name()));
        }
        if (leaving.isPresent() && of(staying.id()).isEmpty()) {
            accounts.standFor(leaving.get().id(), staying.subject(), by);
            write(leaving.get(), going.details(), united, by);
            return;
        }
        leaving.ifPresent(account -> {
            accounts.close(account.id(), by);
            signIn.signOutEverywhere(account.id());
        });
        follow(staying, united, by);
    }

    private Optional<Account> open(long memberId) {
        return of(memberId).filter(account -> account.state() != Account.State.CLOSED);
    }

    /** Makes the mail that a person is written to a way into the account, and shows the name of the record. */
    void admit(Account account, String name, String mail, Actor by) {
        Set<String> logins = new HashSet<>(account.logins());
        logins.add(normalised(mail));
        accounts.rename(account.id(), name, logins, by);
    }

    /** Whether somebody may change how an account is opened. */
    boolean mayTouch(Account account, Actor by) {
        return switch (by.kind()) {
            case CONSOLE, HOST, JOB -> true;
            case DEVICE -> Set.of(PLAIN_MEMBER).containsAll(account.roles());
            case ACCOUNT ->
                by.accountId() == account.id() || rights(by.accountId()).containsAll(rightsOverOthers(account));
        };
    }

    /** One's own record is what everybody has who is invited, and what an account without a record of its own lacks. */
    private Set<String> rightsOverOthers(Account account) {
        Set<String> rights = new HashSet<>(permissions.of(account));
        rights.remove(OwnRecordPermission.OWN);
        return rights;
    }

    private Set<String> rights(long accountId) {
        return accounts.find(accountId).map(permissions::of).orElse(Set.of());
    }

    /** What a person may type to sign in. */
    static Set<String> logins(MemberDraft details) {
        Set<String> logins = new HashSet<>();
        details.mails().stream()
                .map(MailAddress::address)
                .map(AccountLogins::normalised)
                .forEach(logins::add);
        if (details.number() != null) {
            logins.add(normalised(details.number()));
        }
        return logins;
    }

    /** As accounts keep them. */
    private static String normalised(String login) {
        return login.strip().toLowerCase(Locale.ROOT);
    }
}
