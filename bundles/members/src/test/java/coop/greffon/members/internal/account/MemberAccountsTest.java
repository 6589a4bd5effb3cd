package coop.greffon.members.internal.account;

import static coop.greffon.members.internal.store.MembersFixture.NADIA;
import static coop.greffon.members.internal.store.MembersFixture.person;
import static coop.greffon.members.internal.store.MembersFixture.reachable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.greffon.core.identity.Account;
import coop.greffon.core.identity.AccountDraft;
import coop.greffon.core.identity.Actor;
import coop.greffon.core.identity.SignIn.Outcome;
import coop.greffon.core.problem.Refused;
import coop.greffon.members.ContactDraft;
import coop.greffon.members.MailAddress;
import coop.greffon.members.Member;
import coop.greffon.members.MemberDraft;
import coop.greffon.members.NewMember;
import coop.greffon.members.internal.store.MembersFixture;
import coop.greffon.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MemberAccountsTest {
    private static final Actor CONSOLE = Actor.console();
    private static final String SHARED = "foyer@example.org";
    private static final String PASSWORD = "douze-poireaux";

    private MembersFixture fixture;
    private Member ines;

    private void on(TestDatabase database) {
        fixture = new MembersFixture(database);
        ines = fixture.members.create(reachable(person("Inès", "Marchand", "128"), SHARED, "06 39 98 12 34"), NADIA);
    }

    @ParameterizedTest
    @EnumSource
    void twoPeopleOfOneMailHaveAnAccountEach(TestDatabase database) {
        on(database);
        Member malo =
                fixture.members.create(reachable(person("Malo", "Marchand", "129"), SHARED, "06 39 98 12 34"), NADIA);

        Account ofInes = fixture.memberAccounts.invite(ines.id(), NADIA).account();
        Account ofMalo = fixture.memberAccounts.invite(malo.id(), NADIA).account();
        fixture.accounts.setPassword(ofInes.id(), PASSWORD, NADIA);
        fixture.accounts.setPassword(ofMalo.id(), PASSWORD, NADIA);

        assertThat(ofInes.subject()).isEqualTo("members:" + ines.id());
        assertThat(ofMalo.subject()).isEqualTo("members:" + malo.id());
        assertThat(fixture.letters).extracting(letter -> letter.to().address()).containsExactly(SHARED, SHARED);
        assertThat(fixture.signIn.attempt(SHARED, PASSWORD, null, "::1")).isInstanceOf(Outcome.Choose.class);
        assertThat(fixture.signIn.attempt("129", PASSWORD, null, "::1"))
                .isInstanceOfSatisfying(
                        Outcome.Welcome.class,
                        welcome -> assertThat(welcome.account().id()).isEqualTo(ofMalo.id()));
    }

    @ParameterizedTest
    @EnumSource
    void whoClicksTwiceSendsOneMail(TestDatabase database) {
        on(database);

        assertThat(fixture.memberAccounts.invite(ines.id(), NADIA).isSent()).isTrue();
        fixture.clock.advance(Duration.ofSeconds(59));
        assertThat(fixture.memberAccounts.invite(ines.id(), NADIA).isSent()).isFalse();
        assertThat(fixture.letters).hasSize(1);

        // Somebody else means it, and so does whoever corrected the address.
        assertThat(fixture.memberAccounts.invite(ines.id(), CONSOLE).isSent()).isTrue();
        assertThat(fixture.letters).hasSize(2);
        fixture.members.change(ines.id(), ines.revision(), withMail("ines@example.org"), NADIA);
        assertThat(fixture.memberAccounts.invite(ines.id(), CONSOLE).isSent()).isTrue();
        assertThat(fixture.letters)
                .extracting(letter -> letter.to().address())
                .containsExactly(SHARED, SHARED, "ines@example.org");
    }

    @ParameterizedTest
    @EnumSource
    void twoClicksAtOnceSendOneMail(TestDatabase database) {
        on(database);

        List<Boolean> sent = Stream.of(1, 2)
                .map(click -> CompletableFuture.supplyAsync(
                        () -> fixture.memberAccounts.invite(ines.id(), NADIA).isSent()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(sent).containsExactlyInAnyOrder(true, false);
        assertThat(fixture.letters).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void whoHasNoRecordOfTheirOwnInvitesPeopleToTheirs(TestDatabase database) {
        on(database);
        Actor desk = account("Karim", Set.of("desk"));
        Account account = fixture.memberAccounts.invite(ines.id(), NADIA).account();
        // In this test a role is a right of its name: that of whoever has a record.
        fixture.accounts.setRoles(account.id(), Set.of(OwnRecordPermission.OWN), NADIA);

        assertThat(fixture.memberAccounts.invite(ines.id(), desk).isSent()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void invitingAgainSendsAnotherMailAndMakesNoSecondAccount(TestDatabase database) {
        on(database);

        Account first = fixture.memberAccounts.invite(ines.id(), NADIA).account();
        fixture.clock.advance(Duration.ofSeconds(61));
        Account second = fixture.memberAccounts.invite(ines.id(), NADIA).account();

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(fixture.letters).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsTypedToSignInFollowsTheRecord(TestDatabase database) {
        on(database);
        Account account = fixture.memberAccounts.invite(ines.id(), NADIA).account();

        fixture.members.change(
                ines.id(), ines.revision(), withMail("ines@example.org").withNumber("130"), NADIA);

        Account now = fixture.accounts.find(account.id()).orElseThrow();
        assertThat(now.logins()).containsExactlyInAnyOrder("ines@example.org", "130");
        assertThat(now.name()).isEqualTo("Inès Marchand");
    }

    private MemberDraft withMail(String mail) {
        return ines.details().withContact(new ContactDraft(List.of(MailAddress.of(mail)), List.of(), List.of(), "fr"));
    }

    @ParameterizedTest
    @EnumSource
    void nobodyOpensAnAccountThatMayDoMoreThanTheirOwn(TestDatabase database) {
        on(database);
        Actor desk = account("Karim", Set.of("desk"));
        Actor admin = account("Nadia", Set.of("desk", "admin"));
        Account account = fixture.memberAccounts.invite(ines.id(), NADIA).account();
        fixture.accounts.setRoles(account.id(), Set.of("admin"), NADIA);

        Member changed = fixture.members.change(ines.id(), ines.revision(), withMail("karim@example.org"), desk);

        assertThat(fixture.accounts.find(account.id()).orElseThrow().logins()).containsExactlyInAnyOrder(SHARED, "128");
        assertThatThrownBy(() -> fixture.memberAccounts.invite(ines.id(), desk)).isInstanceOf(Refused.class);
        assertThat(fixture.letters).hasSize(1);
        fixture.members.change(ines.id(), changed.revision(), withMail("ines@example.org"), admin);
        assertThat(fixture.accounts.find(account.id()).orElseThrow().logins())
                .containsExactlyInAnyOrder("ines@example.org", "128");
    }

    @ParameterizedTest
    @EnumSource
    void aMailThatSomebodyWithFewerRightsWroteDownNeverBecomesALogin(TestDatabase database) {
        on(database);
        Actor desk = account("Karim", Set.of("desk"));
        Account account = fixture.memberAccounts.invite(ines.id(), NADIA).account();
        fixture.accounts.setRoles(account.id(), Set.of("admin"), NADIA);
        Actor herself = Actor.of(account);

        Member foreign =
                fixture.members.change(ines.id(), ines.revision(), withMails(SHARED, "karim@example.org"), desk);
        Member english = fixture.members.change(
                ines.id(), foreign.revision(), foreign.details().withContact(speaking(foreign, "en")), herself);

        assertThat(logins(account)).containsExactlyInAnyOrder(SHARED, "128");
        assertThat(fixture.accounts.find(account.id()).orElseThrow().language()).isEqualTo(Locale.ENGLISH);
        fixture.members.change(ines.id(), english.revision(), english.details().withNumber("130"), herself);
        fixture.memberAccounts.invite(ines.id(), herself);
        assertThat(logins(account)).containsExactlyInAnyOrder(SHARED, "130");
    }

    private Set<String> logins(Account account) {
        return fixture.accounts.find(account.id()).orElseThrow().logins();
    }

    private MemberDraft withMails(String one, String other) {
        return ines.details()
                .withContact(new ContactDraft(
                        List.of(MailAddress.of(one), MailAddress.of(other)), List.of(), List.of(), "fr"));
    }

    private static ContactDraft speaking(Member member, String language) {
        return new ContactDraft(member.details().mails(), List.of(), List.of(), language);
    }

    @ParameterizedTest
    @EnumSource
    void aDeviceOpensOnlyAccountsOfPlainMembers(TestDatabase database) {
        on(database);
        Actor kiosk = new Actor(Actor.Kind.DEVICE, null, "Borne");
        Account account = fixture.memberAccounts.invite(ines.id(), NADIA).account();
        fixture.accounts.setRoles(account.id(), Set.of("member", "desk"), NADIA);

        Member changed = fixture.members.change(ines.id(), ines.revision(), withMail("borne@example.org"), kiosk);

        assertThat(logins(account)).containsExactlyInAnyOrder(SHARED, "128");
        assertThatThrownBy(() -> fixture.memberAccounts.invite(ines.id(), kiosk))
                .isInstanceOf(Refused.class);
        fixture.accounts.setRoles(account.id(), Set.of("member"), NADIA);
        fixture.members.change(ines.id(), changed.revision(), withMail("ines@example.org"), kiosk);
        assertThat(logins(account)).containsExactlyInAnyOrder("ines@example.org", "128");
    }

    private Actor account(String name, Set<String> roles) {
        return Actor.of(fixture.accounts.create(
                new AccountDraft(null, name, Locale.FRENCH, Set.of(name + "@example.org"), roles), NADIA));
    }

    @ParameterizedTest
    @EnumSource
    void whoHasNoMailOrIsNoPersonIsNotInvited(TestDatabase database) {
        on(database);
        Member mute = fixture.create("Malo", "Marchand", "129");
        Member farm = fixture.members.create(NewMember.of(MemberDraft.organisation("Ferme du Lac")), NADIA);

        assertThatThrownBy(() -> fixture.memberAccounts.invite(mute.id(), NADIA))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> fixture.memberAccounts.invite(farm.id(), NADIA))
                .isInstanceOf(Refused.class);
        assertThat(fixture.letters).isEmpty();
        assertThat(fixture.memberAccounts.of(mute.id())).isEmpty();
    }

    @Test
    void onlyThePersonOfARecordMayCorrectIt() {
        var source = new OwnRecordPermission();
        Instant now = Instant.parse("2026-11-21T09:00:00Z");

        assertThat(source.permissions(accountOf("members:128"), now)).containsExactly("members.self.edit");
        assertThat(source.permissions(accountOf(null), now)).isEmpty();
        assertThat(source.permissions(accountOf("kiosk:3"), now)).isEmpty();
    }

    private static Account accountOf(String subject) {
        return new Account(1, subject, "Inès", Locale.FRENCH, Set.of(), Set.of(), Account.State.ACTIVE);
    }
}
