package coop.greffon.members.internal.store;

import coop.greffon.core.audit.Audit;
import coop.greffon.core.extension.Extensions;
import coop.greffon.core.identity.Account;
import coop.greffon.core.identity.Actor;
import coop.greffon.core.identity.Permissions;
import coop.greffon.core.identity.SignIn;
import coop.greffon.core.internal.audit.JpaAudit;
import coop.greffon.core.internal.file.DatabaseFiles;
import coop.greffon.core.internal.identity.DatabaseSignIn;
import coop.greffon.core.internal.identity.JpaAccounts;
import coop.greffon.core.internal.identity.JpaOneTimeLinks;
import coop.greffon.core.internal.identity.MailedLinks;
import coop.greffon.core.internal.validation.BeanValidation;
import coop.greffon.core.mail.Letter;
import coop.greffon.core.setting.Settings;
import coop.greffon.core.validation.Validation;
import coop.greffon.members.ContactDraft;
import coop.greffon.members.MailAddress;
import coop.greffon.members.Member;
import coop.greffon.members.MemberDraft;
import coop.greffon.members.MemberStatus;
import coop.greffon.members.NewMember;
import coop.greffon.members.Phone;
import coop.greffon.members.Resignation;
import coop.greffon.members.StatusDraft;
import coop.greffon.members.internal.account.AccountLogins;
import coop.greffon.members.internal.account.InvitationRows;
import coop.greffon.members.internal.account.MemberAccounts;
import coop.greffon.members.internal.neighbour.DeclaredNeighbours;
import coop.greffon.testing.AdjustableClock;
import coop.greffon.testing.TestDatabase;
import coop.greffon.testing.TestStore;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The services of this bundle on a database of their own, on the morning of 21 November 2026. */
public final class MembersFixture {
    public static final LocalDate TODAY = LocalDate.parse("2026-11-21");
    public static final Actor NADIA = new Actor(Actor.Kind.ACCOUNT, 7L, "Nadia");
    public static final Actor KARIM = new Actor(Actor.Kind.ACCOUNT, 8L, "Karim");

    public final AdjustableClock clock = AdjustableClock.at("2026-11-21T09:00:00Z");
    public final Validation validation = new BeanValidation();
    public final TestStore store;
    public final Audit audit;
    public final JpaMembers members;
    public final JpaCards cards;
    public final JpaHouseholds households;
    public final JpaContactPersons contacts;
    public final Overrides overrides;
    public final JpaAccounts accounts;
    public final SignIn signIn;
    public final AccountLogins logins;
    public final InvitationRows invitations;
    public final MemberAccounts memberAccounts;
    public final MemberPhotos photos;

    /** The letters that would leave. */
    public final List<Letter> letters = Collections.synchronizedList(new ArrayList<>());

    public MembersFixture(TestDatabase database, Resignation... resignations) {
        this(database, Set.of(), resignations);
    }

    /** The same, where some modules say that they answer for departures. */
    public MembersFixture(TestDatabase database, Set<String> declared, Resignation... resignations) {
        store = database.fresh();
        audit = new JpaAudit(store.jpa("core"), clock);
        accounts = new JpaAccounts(store.jpa("core"), audit, clock, new UsualSettings());
        signIn = new DatabaseSignIn(store.jpa("core"), store.dataSource(), clock);
        logins = new AccountLogins(accounts, rightsByRole(), signIn);
        members = new JpaMembers(
                store.jpa("members"),
                store.dataSource(),
                audit,
                validation,
                clock,
                logins,
                DeclaredNeighbours.fixed(Resignation.class, declared),
                Extensions.fixed("shifts", resignations));
        cards = new JpaCards(store.jpa("members"), audit, validation, clock);
        households = new JpaHouseholds(store.jpa("members"), audit, validation, clock);
        contacts = new JpaContactPersons(store.jpa("members"), audit, validation);
        var links = new MailedLinks(
                store.jpa("core"),
                store.dataSource(),
                accounts,
                new JpaOneTimeLinks(store.jpa("core"), clock),
                signIn,
                (letter, cause) -> letters.add(letter),
                audit,
                clock);
        invitations = new InvitationRows(store.jpa("members"), clock);
        memberAccounts = new MemberAccounts(
                store.jpa("members"), members, accounts, logins, links, new UsualSettings(), invitations, clock);
        photos = new MemberPhotos(store.jpa("members"), new DatabaseFiles(store.jpa("core"), clock), audit);
        overrides = new Overrides(store.jpa("members"), audit, validation, clock);
    }

    /** A person who has been a member since 4 March 2023. */
    public static NewMember person(String given, String family, String number) {
        return NewMember.of(
                MemberDraft.person(given, family).withNumber(number),
                new StatusDraft(MemberStatus.MEMBER, LocalDate.parse("2023-03-04"), null));
    }

    /** The same with a mail address and a telephone. */
    public static NewMember reachable(NewMember member, String mail, String phone) {
        var contact = new ContactDraft(List.of(MailAddress.of(mail)), List.of(Phone.of(phone)), List.of(), "fr");
        return new NewMember(
                member.details().withContact(contact), member.statuses(), member.externalIds(), member.cards());
    }

    public Member create(String given, String family, String number) {
        return members.create(person(given, family, number), NADIA);
    }

    /** The first column of a query written by hand. */
    public List<String> sql(String query) {
        try (Connection connection = store.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** A statement written by hand. */
    public void execute(String statement) {
        try (Connection connection = store.dataSource().getConnection();
                Statement written = connection.createStatement()) {
            written.execute(statement);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Each role is a right of its own name. */
    private static Permissions rightsByRole() {
        return (Permissions) Proxy.newProxyInstance(
                Permissions.class.getClassLoader(),
                new Class<?>[] {Permissions.class},
                (proxy, method, arguments) -> ((Account) arguments[0]).roles());
    }

    /** Settings that nobody changed. */
    private static final class UsualSettings implements Settings {
        @Override
        public List<LocalDate> changes(Class<?> declaration) {
            return List.of();
        }

        @Override
        public Settings asKnown(Instant until) {
            return this;
        }

        @Override
        public <T> T on(Class<T> declaration, LocalDate day) {
            return declaration.cast(Proxy.newProxyInstance(
                    declaration.getClassLoader(),
                    new Class<?>[] {declaration},
                    (proxy, method, arguments) -> switch (method.getName()) {
                        case "language" -> Locale.FRENCH;
                        case "coopName" -> "La Clairette";
                        default -> null;
                    }));
        }
    }
}
