package coop.greffon.members.internal.merge;

import static coop.greffon.members.internal.store.MembersFixture.NADIA;
import static coop.greffon.members.internal.store.MembersFixture.TODAY;
import static coop.greffon.members.internal.store.MembersFixture.person;
import static coop.greffon.members.internal.store.MembersFixture.reachable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.greffon.core.extension.Extensions;
import coop.greffon.core.identity.Account;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.problem.NotFound;
import coop.greffon.core.problem.Refused;
import coop.greffon.core.problem.StaleEdit;
import coop.greffon.members.CardDraft;
import coop.greffon.members.CardKind;
import coop.greffon.members.CardState;
import coop.greffon.members.ExternalId;
import coop.greffon.members.Household;
import coop.greffon.members.HouseholdRole;
import coop.greffon.members.MailAddress;
import coop.greffon.members.Member;
import coop.greffon.members.MemberDraft;
import coop.greffon.members.MemberFilter;
import coop.greffon.members.MemberFilter.Standing;
import coop.greffon.members.MemberMerge;
import coop.greffon.members.MemberOrder;
import coop.greffon.members.MemberSummary;
import coop.greffon.members.NewMember;
import coop.greffon.members.StayDraft;
import coop.greffon.members.internal.neighbour.DeclaredNeighbours;
import coop.greffon.members.internal.store.MembersFixture;
import coop.greffon.members.internal.store.RecordMerge;
import coop.greffon.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MergeServiceTest {
    private final List<String> moved = new ArrayList<>();
    private MembersFixture fixture;
    private Member ines;
    private Member twin;

    private void on(TestDatabase database) {
        fixture = new MembersFixture(database);
        ines = fixture.members.create(
                reachable(person("Inès", "Marchand", "128"), "ines@example.org", "06 39 98 12 34"), NADIA);
        twin = fixture.members.create(
                reachable(
                        NewMember.of(MemberDraft.person("Ines", "Marchand-Roy").withTags(List.of("Caisse"))),
                        "INES@example.org",
                        "02 61 91 60 10"),
                NADIA);
    }

    private MergeService merging(Set<String> declared, MemberMerge... neighbours) {
        return new MergeService(
                fixture.store.jpa("members"),
                fixture.members,
                new RecordMerge(fixture.store.jpa("members"), fixture.audit, fixture.clock),
                fixture.logins,
                fixture.photos,
                DeclaredNeighbours.fixed(MemberMerge.class, declared),
                Extensions.fixed("shifts", neighbours));
    }

    @ParameterizedTest
    @EnumSource
    void theRecordThatStaysKnowsAllAndTheOtherLeadsToIt(TestDatabase database) {
        on(database);
        fixture.cards.give(twin.id(), new CardDraft(CardKind.BARCODE, "4006381333931", TODAY), NADIA);
        fixture.members.addExternalId(twin.id(), new ExternalId("odoo", "p77"), NADIA);
        MemberMerge shifts = (from, into, by) -> moved.add(from + " to " + into);

        Member kept = merging(Set.of("shifts"), shifts).merge(twin.id(), ines.id(), NADIA);

        assertThat(moved).containsExactly(twin.id() + " to " + ines.id());
        assertThat(kept.name()).isEqualTo("Inès Marchand");
        assertThat(kept.details().number()).isEqualTo("128");
        assertThat(kept.details().mails()).extracting(MailAddress::address).containsExactly("ines@example.org");
        assertThat(kept.details().phones())
                .extracting(phone -> phone.number())
                .containsExactly("06 39 98 12 34", "02 61 91 60 10");
        assertThat(kept.details().tags()).containsExactly("Caisse");
        assertThat(kept.cards())
                .singleElement()
                .satisfies(card -> assertThat(card.state()).isEqualTo(CardState.ACTIVE));
        assertThat(fixture.members
                        .findByExternalId(new ExternalId("odoo", "p77"))
                        .orElseThrow()
                        .id())
                .isEqualTo(ines.id());
        assertThat(fixture.members.get(twin.id()).id()).isEqualTo(ines.id());
        assertThat(fixture.members.summaries(List.of(twin.id())).get(twin.id()).name())
                .isEqualTo("Inès Marchand");
    }

    @ParameterizedTest
    @EnumSource
    void listsSearchAndTotalsKnowOneOnly(TestDatabase database) {
        on(database);

        merging(Set.of()).merge(twin.id(), ines.id(), NADIA);

        assertThat(names(MemberFilter.ALL)).containsExactly("Inès Marchand");
        assertThat(names(MemberFilter.query("marchand"))).containsExactly("Inès Marchand");
        assertThat(names(new MemberFilter(null, Standing.NONE, null, null))).isEmpty();
        assertThat(fixture.members.totals()).containsEntry(Standing.NONE, 0L).containsEntry(Standing.MEMBER, 1L);
        assertThat(fixture.members.count(MemberFilter.ALL)).isEqualTo(1);
        assertThatThrownBy(() -> fixture.members.change(twin.id(), 0, twin.details(), NADIA))
                .isInstanceOf(NotFound.class);
    }

    private List<String> names(MemberFilter filter) {
        return fixture.members.list(filter, MemberOrder.NAME, 0, 10).rows().stream()
                .map(MemberSummary::name)
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void ofTwoActiveCardsTheOneOfTheRecordThatStaysRemains(TestDatabase database) {
        on(database);
        fixture.cards.give(ines.id(), new CardDraft(CardKind.BARCODE, "4006381333931", TODAY), NADIA);
        fixture.cards.give(twin.id(), new CardDraft(CardKind.BARCODE, "0420000128007", TODAY), NADIA);

        Member kept = merging(Set.of()).merge(twin.id(), ines.id(), NADIA);

        assertThat(kept.cards())
                .extracting(card -> card.code() + " " + card.state())
                .containsExactly("4006381333931 ACTIVE", "0420000128007 REPLACED");
    }

    @ParameterizedTest
    @EnumSource
    void theSameRoleInOneHouseholdIsOneRoleAndTwoHouseholdsAreRefused(TestDatabase database) {
        on(database);
        Household household = fixture.households.found(ines.id(), TODAY.minusDays(9), NADIA);
        Member malo = fixture.create("Malo", "Marchand", "129");
        fixture.households.join(household.id(), new StayDraft(malo.id(), HouseholdRole.HOLDER, TODAY, null), NADIA);
        fixture.households.found(twin.id(), TODAY, NADIA);
        MergeService merging = merging(Set.of());

        merging.merge(malo.id(), ines.id(), NADIA);

        assertThat(fixture.households.find(household.id()).orElseThrow().people())
                .extracting(stay -> stay.name() + " " + stay.role())
                .containsExactly("Inès Marchand HOLDER");
        assertThatThrownBy(() -> merging.merge(twin.id(), ines.id(), NADIA)).isInstanceOf(Refused.class);
        assertThat(fixture.members.get(twin.id()).name()).isEqualTo("Ines Marchand-Roy");
    }

    @ParameterizedTest
    @EnumSource
    void aNeighbourThatFailsOrIsDownChangesNothing(TestDatabase database) {
        on(database);
        MemberMerge broken = (from, into, by) -> {
            throw new IllegalStateException("broken");
        };
        MemberMerge refuses = (from, into, by) -> {
            throw new Refused(Text.of("members.merge.kinds"));
        };

        assertThatThrownBy(() -> merging(Set.of(), broken).merge(twin.id(), ines.id(), NADIA))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> merging(Set.of(), refuses).merge(twin.id(), ines.id(), NADIA))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> merging(Set.of("wallet")).merge(twin.id(), ines.id(), NADIA))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.title())
                                .isEqualTo(Text.of("members.merge.modules-down", Text.of("wallet.module.name"))));
        assertThatThrownBy(() -> merging(Set.of()).merge(ines.id(), ines.id(), NADIA))
                .isInstanceOf(InvalidInput.class);

        assertThat(fixture.members.count(MemberFilter.ALL)).isEqualTo(2);
        assertThat(fixture.members.get(ines.id())).isEqualTo(ines);
    }

    @ParameterizedTest
    @EnumSource
    void theAccountOfTheRecordThatGoesIsClosedAndTheOtherFollows(TestDatabase database) {
        on(database);
        Account going = fixture.memberAccounts.invite(twin.id(), NADIA).account();
        Account staying = fixture.memberAccounts.invite(ines.id(), NADIA).account();

        merging(Set.of()).merge(twin.id(), ines.id(), NADIA);

        assertThat(fixture.accounts.find(going.id()).orElseThrow().state()).isEqualTo(Account.State.CLOSED);
        assertThat(fixture.accounts.find(staying.id()).orElseThrow().logins())
                .containsExactlyInAnyOrder("ines@example.org", "128");
    }

    @ParameterizedTest
    @EnumSource
    void theOnlyAccountOfTheTwoIsKept(TestDatabase database) {
        on(database);
        Account only = fixture.memberAccounts.invite(twin.id(), NADIA).account();

        merging(Set.of()).merge(twin.id(), ines.id(), NADIA);

        Account kept = fixture.memberAccounts.of(ines.id()).orElseThrow();
        assertThat(kept.id()).isEqualTo(only.id());
        assertThat(kept.state()).isEqualTo(Account.State.INVITED);
        assertThat(kept.name()).isEqualTo("Inès Marchand");
        assertThat(kept.logins()).containsExactlyInAnyOrder("ines@example.org", "128");
        assertThat(fixture.memberAccounts.of(twin.id())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void theOnlyAccountStaysWhereItIsIfItMayDoMore(TestDatabase database) {
        on(database);
        Account only = fixture.memberAccounts.invite(twin.id(), NADIA).account();
        fixture.accounts.setRoles(only.id(), Set.of("admin"), NADIA);

        assertThatThrownBy(() -> merging(Set.of()).merge(twin.id(), ines.id(), NADIA))
                .isInstanceOf(Refused.class);

        assertThat(fixture.memberAccounts.of(twin.id()).orElseThrow().id()).isEqualTo(only.id());
        assertThat(fixture.members.get(twin.id()).name()).isEqualTo("Ines Marchand-Roy");
    }

    @ParameterizedTest
    @EnumSource
    void whoeverSavesAnOlderFormIsToldWhatTheMergeBrought(TestDatabase database) {
        on(database);
        merging(Set.of()).merge(twin.id(), ines.id(), NADIA);

        assertThatThrownBy(() -> fixture.members.change(
                        ines.id(), ines.revision(), ines.details().withNumber("131"), NADIA))
                .isInstanceOfSatisfying(
                        StaleEdit.class,
                        stale -> assertThat(stale.errors())
                                .extracting(error -> error.field())
                                .containsExactlyInAnyOrder("phones", "tags"));
    }

    @ParameterizedTest
    @EnumSource
    void bothRecordsAreHeldBeforeAnythingMoves(TestDatabase database) {
        on(database);
        List<CompletableFuture<Void>> others = new ArrayList<>();
        MemberMerge shifts = (from, into, by) -> {
            for (long id : List.of(from, into)) {
                CompletableFuture<Void> other = CompletableFuture.runAsync(() -> fixture.photos.remove(id, NADIA));
                others.add(other);
                assertThatThrownBy(() -> other.get(200, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            }
        };

        merging(Set.of("shifts"), shifts).merge(twin.id(), ines.id(), NADIA);

        assertThat(others).hasSize(2);
        assertThatThrownBy(() -> others.get(0).join()).hasCauseInstanceOf(NotFound.class);
        others.get(1).join();
    }

    @ParameterizedTest
    @EnumSource
    void bothHistoriesStay(TestDatabase database) {
        on(database);
        MergeService merging = merging(Set.of());
        Member third = fixture.create("I.", "Marchand", "130");
        merging.merge(third.id(), twin.id(), NADIA);

        merging.merge(twin.id(), ines.id(), NADIA);

        assertThat(merging.mergedInto(ines.id())).containsExactlyInAnyOrder(twin.id(), third.id());
        assertThat(fixture.audit.history("members.member", Long.toString(third.id())))
                .extracting(change -> change.action())
                .containsExactly("members.audit.merged", "members.audit.created");
    }
}
