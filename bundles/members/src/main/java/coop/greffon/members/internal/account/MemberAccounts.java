package coop.greffon.members.internal.account;

import coop.greffon.core.identity.Account;
import coop.greffon.core.identity.AccountDraft;
import coop.greffon.core.identity.AccountLinks;
import coop.greffon.core.identity.Accounts;
import coop.greffon.core.identity.Actor;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.Refused;
import coop.greffon.core.setting.HostSettings;
import coop.greffon.core.setting.Settings;
import coop.greffon.members.Member;
import coop.greffon.members.MemberKind;
import coop.greffon.members.Members;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The online account of a person: made with the first invitation, one per person however many share a mail. */
@Component(service = MemberAccounts.class)
public class MemberAccounts {
    private final JpaTemplate jpa;
    private final Members members;
    private final Accounts accounts;
    private final AccountLogins logins;
    private final AccountLinks links;
    private final Settings settings;
    private final Clock clock;

    @Activate
    public MemberAccounts(
            @Reference(target = "(osgi.unit.name=members)") JpaTemplate jpa,
            @Reference Members members,
            @Reference Accounts accounts,
            @Reference AccountLogins logins,
            @Reference AccountLinks links,
            @Reference Settings settings,
            @Reference Clock clock) {
        this.jpa = jpa;
        this.members = members;
        this.accounts = accounts;
        this.logins = logins;
        this.links = links;
        this.settings = settings;
        this.clock = clock;
    }

    /** The account of a person. */
    public Optional<Account> of(long memberId) {
        return logins.of(memberId);
    }

    /**
     * Sends the mail with which a person chooses a password, the first or another, to the first mail of the record.
     *
     * @throws coop.greffon.core.problem.NotFound where there is nobody of that id
     * @throws Refused where it is no person, has no mail, the account is closed, or may do more than whoever sends
     */
    public Account invite(long memberId, Actor by) {
        Member member = members.get(memberId);
        if (member.details().kind() != MemberKind.PERSON) {
            throw new Refused(Text.of("members.account.no-person"));
        }
        if (member.details().mails().isEmpty()) {
            throw new Refused(Text.of("members.account.no-mail", member.name()));
        }
        String mail = member.details().mails().get(0).address();
        return jpa.txExpr(TransactionType.Required, em -> {
            Account account = of(memberId).orElseGet(() -> create(member, by));
            if (!logins.mayTouch(account, by)) {
                throw new Refused(Text.of("members.account.not-yours", member.name()));
            }
            if (account.state() != Account.State.CLOSED) {
                logins.admit(account, member.name(), mail, by);
            }
            links.invite(account.id(), mail, by);
            return accounts.find(account.id()).orElseThrow();
        });
    }

    private Account create(Member member, Actor by) {
        String language = member.details().language();
        Locale spoken = language == null
                ? settings.on(HostSettings.class, LocalDate.now(clock)).language()
                : Locale.forLanguageTag(language);
        return accounts.create(
                new AccountDraft(
                        member.subject(), member.name(), spoken, AccountLogins.logins(member.details()), Set.of()),
                by);
    }
}
