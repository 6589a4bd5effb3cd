package coop.greffon.members.internal.account;

import static coop.greffon.members.internal.store.MembersFixture.KARIM;
import static coop.greffon.members.internal.store.MembersFixture.NADIA;
import static coop.greffon.members.internal.store.MembersFixture.TODAY;
import static coop.greffon.members.internal.store.MembersFixture.person;
import static coop.greffon.members.internal.store.MembersFixture.reachable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.greffon.core.identity.Actor;
import coop.greffon.core.job.JobContext;
import coop.greffon.core.job.JobRun;
import coop.greffon.core.job.JobState;
import coop.greffon.core.job.Jobs;
import coop.greffon.core.message.Text;
import coop.greffon.members.ContactDraft;
import coop.greffon.members.Member;
import coop.greffon.members.MemberDraft;
import coop.greffon.members.MemberStatus;
import coop.greffon.members.NewMember;
import coop.greffon.members.StatusDraft;
import coop.greffon.members.internal.account.Invitations.Progress;
import coop.greffon.members.internal.account.Invitations.Refusal;
import coop.greffon.members.internal.store.MembersFixture;
import coop.greffon.members.internal.store.RecordErasure;
import coop.greffon.members.internal.store.RecordMerge;
import coop.greffon.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InvitationsTest {
    private static final Text ONE_SENT = Text.of("members.job.invite.done", 1);

    private final List<String> woken = new ArrayList<>();
    private MembersFixture fixture;
    private Invitations invitations;
    private InvitationJob job;
    private Member ines;
    private Member malo;
    private Member zoe;

    /** Three members with a mail; others who are not to be invited. */
    private void on(TestDatabase database) {
        fixture = new MembersFixture(database);
        invitations = new Invitations(fixture.invitations, fixture.members, fixture.accounts, new Written());
        job = new InvitationJob(fixture.invitations, fixture.memberAccounts, fixture.clock);
        ines = member("Inès", "128");
        malo = member("Malo", "129");
        zoe = member("Zoé", "130");
        fixture.create("Sans", "Courriel", "131");
        Member candidate = member("Ada", "132");
        fixture.members.changeStatus(
                candidate.id(), new StatusDraft(MemberStatus.FORMER, TODAY.minusDays(1), null), NADIA);
        fixture.members.create(NewMember.of(MemberDraft.organisation("Ferme du Lac")), NADIA);
    }

    private Member member(String given, String number) {
        String mail = number + "@example.org";
        return fixture.members.create(reachable(person(given, "Marchand", number), mail, "06 39 98 12 34"), NADIA);
    }

    private final class Written implements Jobs {
        @Override
        public List<JobState> list() {
            return List.of();
        }

        @Override
        public List<JobRun> history(String name, int skip, int most) {
            return List.of();
        }

        @Override
        public void runNow(String name, Actor by) {
            woken.add(name + " " + by.label());
        }
    }

    /** Stops after some. */
    private final class Stopping extends MemberAccounts {
        private int left;

        Stopping(int left) {
            super(null, null, null, null, null, null, null, null);
            this.left = left;
        }

        @Override
        boolean inviteInTurn(long memberId) {
            if (left-- == 0) {
                throw new StackOverflowError();
            }
            return fixture.memberAccounts.inviteInTurn(memberId);
        }
    }

    private Text work() {
        return job.run(new JobContext(TODAY, Actor.job(job.name())));
    }

    private List<String> addresses() {
        return fixture.letters.stream().map(letter -> letter.to().address()).toList();
    }

    @ParameterizedTest
    @EnumSource
    void everyMemberWithAMailAndWithoutAnAccountIsInvitedOnce(TestDatabase database) {
        on(database);
        fixture.memberAccounts.invite(malo.id(), NADIA);

        assertThat(invitations.uninvited()).isEqualTo(2);
        assertThat(invitations.unreachable()).isEqualTo(1);
        assertThat(invitations.inviteAll(KARIM)).isEqualTo(2);
        assertThat(fixture.letters).as("asking sends nothing").hasSize(1);
        assertThat(woken).containsExactly("members.job.invite Karim");
        assertThat(invitations.inviteAll(KARIM)).as("asked again").isZero();
        assertThat(invitations.progress()).isEqualTo(new Progress(2, 0, 0));

        assertThat(work()).isEqualTo(Text.of("members.job.invite.done", 2));

        assertThat(addresses()).containsExactly("129@example.org", "128@example.org", "130@example.org");
        assertThat(invitations.progress()).isEqualTo(new Progress(0, 2, 0));
        assertThat(invitations.uninvited()).isZero();
        assertThat(work()).isNull();
        assertThat(invitations.inviteAll(KARIM)).isZero();
        assertThat(fixture.letters).hasSize(3);
    }

    @ParameterizedTest
    @EnumSource
    void whoAskedIsWhoInvites(TestDatabase database) {
        on(database);

        invitations.inviteAll(KARIM);
        work();

        long account = fixture.memberAccounts.of(ines.id()).orElseThrow().id();
        assertThat(fixture.audit.history("core.account", Long.toString(account)))
                .isNotEmpty()
                .allSatisfy(change -> assertThat(change.by().label()).isEqualTo("Karim"));
    }

    @ParameterizedTest
    @EnumSource
    void whoCannotBeInvitedKeepsNobodyElseFromItAndIsToldWhy(TestDatabase database) {
        on(database);
        invitations.inviteAll(NADIA);
        withoutMail(ines);
        fixture.members.changeStatus(malo.id(), new StatusDraft(MemberStatus.FORMER, TODAY, null), NADIA);

        assertThat(work()).isEqualTo(ONE_SENT);

        assertThat(addresses()).containsExactly("130@example.org");
        assertThat(invitations.progress()).isEqualTo(new Progress(0, 1, 2));
        assertThat(invitations.refusals(0, 10))
                .containsExactly(
                        new Refusal(
                                ines.id(), "128", "Inès Marchand", Text.of("members.account.no-mail", "Inès Marchand")),
                        new Refusal(
                                malo.id(),
                                "129",
                                "Malo Marchand",
                                Text.of("members.invitations.no-member", "Malo Marchand")));
        assertThat(invitations.refusals(1, 10)).hasSize(1);
        assertThat(fixture.memberAccounts.of(ines.id())).isEmpty();
    }

    private void withoutMail(Member member) {
        Member now = fixture.members.get(member.id());
        fixture.members.change(
                now.id(),
                now.revision(),
                now.details().withContact(new ContactDraft(List.of(), List.of(), List.of(), "fr")),
                NADIA);
    }

    @ParameterizedTest
    @EnumSource
    void aClosedAccountStaysClosed(TestDatabase database) {
        on(database);
        invitations.inviteAll(NADIA);
        long account = fixture.memberAccounts.invite(ines.id(), NADIA).id();
        fixture.execute("update greffon_members_invitation set state = 'WAITING' where member_id = " + ines.id());
        fixture.accounts.close(account, NADIA);
        fixture.letters.clear();

        work();

        assertThat(addresses()).containsExactly("129@example.org", "130@example.org");
        assertThat(invitations.refusals(0, 10))
                .extracting(Refusal::why)
                .containsExactly(Text.of("core.account.is-closed", "Inès Marchand"));
        assertThat(invitations.uninvited()).as("an account, though closed").isZero();
    }

    @ParameterizedTest
    @EnumSource
    void whoGotAnAccountMeanwhileGetsNothing(TestDatabase database) {
        on(database);
        invitations.inviteAll(NADIA);
        fixture.memberAccounts.invite(ines.id(), KARIM);
        fixture.execute("update greffon_members_invitation set state = 'WAITING' where member_id = " + ines.id());

        work();

        assertThat(addresses()).containsExactly("128@example.org", "129@example.org", "130@example.org");
        assertThat(invitations.progress()).isEqualTo(new Progress(0, 2, 0));
    }

    @ParameterizedTest
    @EnumSource
    void whoIsInvitedByHandNoLongerWaits(TestDatabase database) {
        on(database);
        invitations.inviteAll(NADIA);

        fixture.memberAccounts.invite(malo.id(), NADIA);

        assertThat(invitations.progress()).isEqualTo(new Progress(2, 1, 0));
        assertThat(work()).isEqualTo(Text.of("members.job.invite.done", 2));
        assertThat(addresses()).containsExactly("129@example.org", "128@example.org", "130@example.org");
    }

    @ParameterizedTest
    @EnumSource
    void whatAStoppedNodeLeftIsGoneOnWith(TestDatabase database) {
        on(database);
        invitations.inviteAll(NADIA);
        job = new InvitationJob(fixture.invitations, new Stopping(1), fixture.clock);
        assertThatThrownBy(this::work).isInstanceOf(StackOverflowError.class);
        assertThat(fixture.letters).hasSize(1);
        assertThat(invitations.progress()).isEqualTo(new Progress(2, 1, 0));

        job = new InvitationJob(fixture.invitations, fixture.memberAccounts, fixture.clock);
        assertThat(work()).isEqualTo(Text.of("members.job.invite.done", 2));

        assertThat(addresses()).containsExactly("128@example.org", "129@example.org", "130@example.org");
    }

    @ParameterizedTest
    @EnumSource
    void aNewRoundTriesAgainWhatWasRefusedAndTellsOfItselfAlone(TestDatabase database) {
        on(database);
        invitations.inviteAll(NADIA);
        withoutMail(ines);
        work();
        assertThat(invitations.progress()).isEqualTo(new Progress(0, 2, 1));
        Member now = fixture.members.get(ines.id());
        fixture.members.change(now.id(), now.revision(), ines.details(), NADIA);

        assertThat(invitations.inviteAll(NADIA)).isEqualTo(1);
        assertThat(invitations.progress()).isEqualTo(new Progress(1, 0, 0));
        assertThat(work()).isEqualTo(ONE_SENT);

        assertThat(fixture.letters).hasSize(3);
    }

    @ParameterizedTest
    @EnumSource
    void recordsThatAreMergedOrErasedNoLongerWait(TestDatabase database) {
        on(database);
        invitations.inviteAll(NADIA);

        new RecordMerge(fixture.store.jpa("members"), fixture.audit, fixture.clock).merge(ines.id(), malo.id(), NADIA);
        new RecordErasure(fixture.store.jpa("members"), fixture.audit, fixture.clock).erase(zoe.id(), NADIA);

        assertThat(fixture.sql("select member_id from greffon_members_invitation"))
                .containsExactly(Long.toString(malo.id()));
    }

    @ParameterizedTest
    @EnumSource
    void whatIsLongOverIsForgotten(TestDatabase database) {
        on(database);
        invitations.inviteAll(NADIA);
        work();
        fixture.clock.advance(Duration.ofDays(29));
        work();
        assertThat(invitations.progress()).isEqualTo(new Progress(0, 3, 0));

        fixture.clock.advance(Duration.ofDays(2));
        work();

        assertThat(fixture.sql("select member_id from greffon_members_invitation"))
                .isEmpty();
        assertThat(invitations.uninvited()).isZero();
    }
}
