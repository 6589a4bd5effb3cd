package coop.greffon.members.internal.store;

import static coop.greffon.members.HouseholdRole.HOLDER;
import static coop.greffon.members.HouseholdRole.SHOPPER;
import static coop.greffon.members.HouseholdRole.WORKER;
import static coop.greffon.members.internal.store.MembersFixture.NADIA;
import static coop.greffon.members.internal.store.MembersFixture.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.problem.NotFound;
import coop.greffon.core.problem.Refused;
import coop.greffon.members.Household;
import coop.greffon.members.Member;
import coop.greffon.members.MemberDraft;
import coop.greffon.members.NewMember;
import coop.greffon.members.StayDraft;
import coop.greffon.testing.TestDatabase;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JpaHouseholdsTest {
    private static final LocalDate MARCH = LocalDate.parse("2023-03-04");

    private MembersFixture fixture;
    private Member ines;
    private Member malo;

    private void on(TestDatabase database) {
        fixture = new MembersFixture(database);
        ines = fixture.create("Inès", "Marchand", "128");
        malo = fixture.create("Malo", "Marchand", "129");
    }

    @ParameterizedTest
    @EnumSource
    void peopleComeAndGoWithTheirRoles(TestDatabase database) {
        on(database);
        Household household = fixture.households.found(ines.id(), MARCH, NADIA);
        fixture.households.join(household.id(), new StayDraft(ines.id(), WORKER, MARCH, null), NADIA);
        fixture.households.join(household.id(), new StayDraft(malo.id(), SHOPPER, MARCH, null), NADIA);
        fixture.households.leave(household.id(), malo.id(), SHOPPER, LocalDate.parse("2025-01-05"), NADIA);

        Household now = fixture.households.join(
                household.id(), new StayDraft(malo.id(), WORKER, LocalDate.parse("2025-01-06"), null), NADIA);

        assertThat(now.people())
                .containsExactly(
                        new Household.Person(ines.id(), "Inès Marchand", HOLDER, MARCH, null),
                        new Household.Person(ines.id(), "Inès Marchand", WORKER, MARCH, null),
                        new Household.Person(malo.id(), "Malo Marchand", SHOPPER, MARCH, LocalDate.parse("2025-01-05")),
                        new Household.Person(malo.id(), "Malo Marchand", WORKER, LocalDate.parse("2025-01-06"), null));
        assertThat(now.on(LocalDate.parse("2025-01-05")))
                .extracting(Household.Person::role)
                .containsExactly(HOLDER, WORKER, SHOPPER);
        assertThat(fixture.households.of(malo.id(), TODAY)).contains(now);
        assertThat(fixture.households.of(malo.id(), MARCH.minusDays(1))).isEmpty();
        assertThat(fixture.households.find(now.id())).contains(now);
    }

    @ParameterizedTest
    @EnumSource
    void whoMovesHasTwoHouseholdsOneAfterTheOther(TestDatabase database) {
        on(database);
        Household first = fixture.households.found(ines.id(), MARCH, NADIA);
        fixture.households.join(
                first.id(), new StayDraft(malo.id(), SHOPPER, MARCH, LocalDate.parse("2025-12-31")), NADIA);

        Household second = fixture.households.found(malo.id(), LocalDate.parse("2026-01-01"), NADIA);

        assertThat(fixture.households.history(malo.id()))
                .extracting(Household::id)
                .containsExactly(second.id(), first.id());
        assertThatThrownBy(() -> fixture.households.join(
                        first.id(), new StayDraft(malo.id(), SHOPPER, LocalDate.parse("2026-06-01"), null), NADIA))
                .isInstanceOf(InvalidInput.class);
        assertThat(fixture.households.find(first.id()).orElseThrow().people()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void aHouseholdKeepsAHolder(TestDatabase database) {
        on(database);
        Household household = fixture.households.found(ines.id(), MARCH, NADIA);
        fixture.households.join(household.id(), new StayDraft(malo.id(), SHOPPER, MARCH, null), NADIA);

        assertThatThrownBy(() -> fixture.households.leave(household.id(), ines.id(), HOLDER, TODAY, NADIA))
                .isInstanceOf(Refused.class);
        assertThat(fixture.households.of(ines.id(), TODAY.plusDays(1))).isPresent();
        fixture.households.leave(household.id(), malo.id(), SHOPPER, TODAY, NADIA);
        fixture.households.leave(household.id(), ines.id(), HOLDER, TODAY, NADIA);
        assertThat(fixture.households.of(ines.id(), TODAY.plusDays(1))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whatCannotBeIsRefused(TestDatabase database) {
        on(database);
        Member mill = fixture.members.create(NewMember.of(MemberDraft.organisation("Moulin")), NADIA);
        Household household = fixture.households.found(ines.id(), MARCH, NADIA);

        assertThatThrownBy(() ->
                        fixture.households.join(household.id(), new StayDraft(mill.id(), SHOPPER, MARCH, null), NADIA))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> fixture.households.join(404, new StayDraft(malo.id(), SHOPPER, MARCH, null), NADIA))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(
                        () -> fixture.households.join(household.id(), new StayDraft(404L, SHOPPER, MARCH, null), NADIA))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> fixture.households.leave(household.id(), malo.id(), SHOPPER, TODAY, NADIA))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> fixture.households.found(404, MARCH, NADIA)).isInstanceOf(NotFound.class);
        assertThat(fixture.sql("select count(*) from greffon_members_household"))
                .containsExactly("1");
    }
}
