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
import coop.greffon.members.MemberStatus;
import coop.greffon.members.Members;
import java.time.Clock;
import java.time.Duration;
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
    private static final Duration A_MOMENT = Duration.ofMinutes(1);

    private final JpaTemplate jpa;
    private final Members members;
    private final Accounts accounts;
    private final AccountLogins logins;
    private final AccountLinks links;
    private final Settings settings;
    private final InvitationRows invitations;
    private final Clock clock;

    @Activate
    public MemberAccounts(
            @Reference(target = "(osgi.unit.name=members)") JpaTemplate jpa,
            @Reference Members members,
            @Reference Accounts accounts,
            @Reference AccountLogins logins,
            @Reference AccountLinks links,
            @Reference Settings settings,
            @Reference InvitationRows invitations,
            @Reference Clock clock) {
        this.jpa = jpa;
        this.members = members;
        this.accounts = accounts;
        this.logins = logins;
        this.links = links;
        this.settings = settings;
        this.invitations = invitations;
        this.clock = clock;
    }

    /** The account of a person. */
    public Optional<Account> of(long memberId) {
        return logins.of(memberId);
    }

    /**
     * An account that was asked to be opened.
     *
     * @param isSent whether a mail was written; false where the same person sent the same mail a moment ago
     */
    public record Invited(Account account, boolean isSent) {
        /** The id of the account. */
        public long id() {
            return account.id();
        }
    }

    /**
     * Sends the mail with which a person chooses a password, the first or another, to the first mail of the record. Asked again within a
     * minute by the same person, it sends no second one: whoever clicks twice means it once.
     *
     * @throws coop.greffon.core.problem.NotFound where there is nobody of that id
     * @throws Refused where it is no person, has no mail, the account is closed, or may do more than whoever sends
     */
    public Invited invite(long memberId, Actor by) {
        Member member = members.get(memberId);
        String mail = mail(member);
        return jpa.txExpr(TransactionType.Required, em -> {
            invitations.lock(member.id());
            Account account = of(member.id()).orElseGet(() -> create(member, by));
            if (!logins.mayTouch(account, by)) {
                throw new Refused(Text.of("members.account.not-yours", member.name()));
            }
            boolean isRepeated = account.state() != Account.State.CLOSED
                    && invitations.isSent(member.id(), mail, by, clock.instant().minus(A_MOMENT));
            if (!isRepeated) {
                send(account, member, mail, by);
            }
            return new Invited(accounts.find(account.id()).orElseThrow(), !isRepeated);
        });
    }

    /**
     * Invites somebody whose turn it is, on behalf of whoever asked; whoever has an account by now gets nothing.
     *
     * @return whether a mail was written
     * @throws coop.greffon.core.problem.Problem where it cannot be
     */
    boolean inviteInTurn(long memberId) {
        return jpa.txExpr(TransactionType.Required, em -> {
            invitations.lock(memberId);
            Actor by = invitations.take(memberId).orElse(null);
            if (by == null) {
                return false;
            }
            Optional<Account> known = of(memberId);
            if (known.filter(account -> account.state() != Account.State.CLOSED).isPresent()) {
                invitations.letGo(memberId);
                return false;
            }
            Member member = members.get(memberId);
            if (member.status() != MemberStatus.MEMBER) {
                throw new Refused(Text.of("members.invitations.no-member", member.name()));
            }
            String mail = mail(member);
            send(known.orElseGet(() -> create(member, by)), member, mail, by);
            return true;
        });
    }

    private static String mail(Member member) {
        if (member.details().kind() != MemberKind.PERSON) {
            throw new Refused(Text.of("members.account.no-person"));
        }
        if (member.details().mails().isEmpty()) {
            throw new Refused(Text.of("members.account.no-mail", member.name()));
        }
        return member.details().mails().get(0).address();
    }

    private void send(Account account, Member member, String mail, Actor by) {
        if (account.state() != Account.State.CLOSED) {
            logins.admit(account, member.name(), mail, by);
        }
        links.invite(account.id(), mail, by);
        invitations.sent(member.id(), mail, by);
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
