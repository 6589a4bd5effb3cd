package coop.greffon.shifts.internal.store;

import static coop.greffon.shifts.internal.store.Home.PAUL;
import static coop.greffon.shifts.internal.store.WorkFixture.INES;
import static coop.greffon.shifts.internal.store.WorkFixture.NADIA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.NotFound;
import coop.greffon.members.HouseholdRole;
import coop.greffon.members.admission.Finding;
import coop.greffon.members.admission.Verdict;
import coop.greffon.shifts.internal.neighbour.WorkAtTheDoor;
import coop.greffon.shifts.internal.rules.StatusCode;
import coop.greffon.shifts.internal.rules.Track;
import coop.greffon.shifts.internal.words.StandingWords;
import coop.greffon.testing.TestDatabase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Inès, suspended since New Year, and Paul, who shops for the household. */
class DoorTest {
    private static final Instant NOW = Instant.parse("2027-01-04T09:00:00Z");

    private WorkFixture fixture;
    private WorkAtTheDoor door;

    private void on(TestDatabase database) {
        fixture = new WorkFixture(database);
        fixture.add(PAUL);
        LocalDate since = LocalDate.parse("2026-01-05");
        fixture.home.of(Home.worker(INES, null), Home.person(PAUL, HouseholdRole.SHOPPER, since, null));
        door = new WorkAtTheDoor(fixture.workers, fixture.leaves, fixture.households, fixture.duties, fixture.clock);
        LocalDate start = LocalDate.parse("2026-11-05");
        fixture.workers.enrol(INES, new EnrolmentDraft(Track.FLYING, start), NADIA);
        assertThat(fixture.workers
                        .standing(INES, WorkFixture.START)
                        .orElseThrow()
                        .code())
                .isEqualTo(StatusCode.SUSPENDED);
    }

    @ParameterizedTest
    @EnumSource
    void whoeverIsSuspendedStaysOutAndCanBeGivenAGraceThere(TestDatabase database) {
        on(database);

        List<Finding> found = door.judge(INES, NOW);

        assertThat(found).extracting(Finding::verdict).containsExactly(Verdict.DENY);
        WorkAccount account =
                fixture.workers.account(INES, WorkFixture.START, null).orElseThrow();
        List<Text> ownPage = account.standing().remedies().stream()
                .map(remedy -> StandingWords.remedy(remedy, account.unit()))
                .toList();
        assertThat(found.get(0).remedy().text().arguments()).contains(ownPage.get(0));
        assertThat(door.judge(PAUL, NOW).get(0).remedy().text()).isEqualTo(ownPage.get(0));
        door.act(INES, found.get(0).remedy().action().id(), NADIA);
        assertThat(door.judge(INES, NOW)).extracting(Finding::verdict).containsExactly(Verdict.WARN);
        assertThat(door.judge(INES, NOW)).extracting(Finding::until).containsExactly(LocalDate.parse("2027-01-14"));
    }

    @ParameterizedTest
    @EnumSource
    void whoeverShopsForAHouseholdStandsAsItsWorkersDo(TestDatabase database) {
        on(database);

        List<Finding> found = door.judge(PAUL, NOW);

        assertThat(found).extracting(Finding::verdict).containsExactly(Verdict.DENY);
        assertThat(found.get(0).remedy().action())
                .as("a grace is hers, not his")
                .isNull();
        assertThatThrownBy(() -> door.act(PAUL, "dance", NADIA)).isInstanceOf(NotFound.class);
    }

    /** Where a household has one account, whoever of it comes stands by it, and a grace given to one is that of all. */
    @ParameterizedTest
    @EnumSource
    void aHouseholdStandsByItsOneAccount(TestDatabase database) {
        on(database);
        fixture.perHousehold();

        List<Finding> found = door.judge(PAUL, NOW);

        assertThat(found).extracting(Finding::verdict).containsExactly(Verdict.DENY);
        door.act(PAUL, found.get(0).remedy().action().id(), NADIA);
        assertThat(door.judge(INES, NOW)).extracting(Finding::verdict).containsExactly(Verdict.WARN);
    }
}
