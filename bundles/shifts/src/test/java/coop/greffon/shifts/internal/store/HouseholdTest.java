package coop.greffon.shifts.internal.store;

import static coop.greffon.shifts.internal.store.Home.ALMA;
import static coop.greffon.shifts.internal.store.Home.PAUL;
import static coop.greffon.shifts.internal.store.Home.ZOE;
import static coop.greffon.shifts.internal.store.WorkFixture.INES;
import static coop.greffon.shifts.internal.store.WorkFixture.NADIA;
import static coop.greffon.shifts.internal.store.WorkFixture.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.greffon.core.identity.Actor;
import coop.greffon.core.problem.Problem;
import coop.greffon.core.problem.Refused;
import coop.greffon.shifts.internal.rules.Counter;
import coop.greffon.shifts.internal.rules.Track;
import coop.greffon.testing.TestDatabase;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** On whose account the people of a household act: Inès holds it, Paul works for it, Alma shops, and Zoé is a child. */
class HouseholdTest {
    private WorkFixture fixture;

    private void on(TestDatabase database) {
        fixture = new WorkFixture(database);
        fixture.add(PAUL);
        fixture.home.ofFour(null, null);
    }

    @ParameterizedTest
    @EnumSource
    void whoeverIsAnAdultOfItActsOnItsAccountAndAllShopByIt(TestDatabase database) {
        on(database);
        fixture.enrol();

        assertThat(fixture.duties.of(PAUL, START)).as("each person").isEqualTo(PAUL);
        fixture.perHousehold();

        assertThat(fixture.duties.of(PAUL, START)).isEqualTo(INES);
        assertThat(fixture.duties.of(INES, START)).isEqualTo(INES);
        assertThat(fixture.duties.of(ALMA, START)).isEqualTo(ALMA);
        assertThat(fixture.duties.of(ZOE, START)).isEqualTo(ZOE);
        assertThat(List.of(INES, PAUL, ALMA, ZOE))
                .allSatisfy(
                        one -> assertThat(fixture.duties.atTheDoor(one, START)).isEqualTo(INES));
        assertThat(fixture.duties.people(INES, START)).containsExactly(INES, PAUL);
        assertThat(fixture.duties.of(999, START)).isEqualTo(999);
    }

    @ParameterizedTest
    @EnumSource
    void aSecondAccountIsRefused(TestDatabase database) {
        on(database);
        fixture.enrol();
        fixture.perHousehold();
        var draft = new EnrolmentDraft(Track.FLYING, START);

        assertThatThrownBy(() -> fixture.workers.enrol(PAUL, draft, NADIA))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(((Problem) refused).title().key()).isEqualTo("shifts.worker.household"));
        assertThat(fixture.workers.isEnrolled(PAUL)).isFalse();
        fixture.workers.enrol(INES, draft, NADIA);
    }

    /** Paul begins on 1 February: of Inès, who would begin today, it is known that he does. */
    @ParameterizedTest
    @EnumSource
    void anAccountThatBeginsLaterIsTheOneOfTheHouseholdToo(TestDatabase database) {
        on(database);
        fixture.perHousehold();
        LocalDate later = LocalDate.parse("2027-02-01");
        fixture.workers.enrol(PAUL, new EnrolmentDraft(Track.FLYING, later), NADIA);

        assertThatThrownBy(() -> fixture.workers.enrol(INES, new EnrolmentDraft(Track.FLYING, START), NADIA))
                .isInstanceOf(Refused.class);
        fixture.workers.enrol(PAUL, new EnrolmentDraft(Track.FLYING, later), NADIA);
    }

    /** Until the last day in the household, and no longer; from the day after, whoever left has none until they are enrolled. */
    @ParameterizedTest
    @EnumSource
    void theAccountStaysWithWhoeverItIsOf(TestDatabase database) {
        on(database);
        fixture.enrol();
        fixture.perHousehold();
        LocalDate last = LocalDate.parse("2027-01-31");
        LocalDate after = LocalDate.parse("2027-02-01");

        fixture.home.ofFour(null, last);
        assertThat(fixture.duties.of(PAUL, last)).isEqualTo(INES);
        assertThat(fixture.duties.of(PAUL, after)).isEqualTo(PAUL);
        assertThat(fixture.duties.people(INES, after)).containsExactly(INES);
        fixture.workers.enrol(PAUL, new EnrolmentDraft(Track.FLYING, after), NADIA);

        fixture.home.ofFour(last, null);
        assertThat(fixture.duties.of(INES, after)).isEqualTo(INES);
        assertThat(fixture.duties.atTheDoor(ALMA, last)).isEqualTo(INES);
        assertThat(fixture.duties.atTheDoor(ALMA, after))
                .as("Paul's from then on")
                .isEqualTo(PAUL);
    }

    /** Two who were enrolled before they came together keep their own; the others go by that of who was enrolled first. */
    @ParameterizedTest
    @EnumSource
    void twoWhoWereEnrolledKeepTheirOwn(TestDatabase database) {
        on(database);
        fixture.enrol();
        fixture.workers.enrol(PAUL, new EnrolmentDraft(Track.FLYING, START), NADIA);
        fixture.perHousehold();

        assertThat(fixture.duties.of(PAUL, START)).isEqualTo(PAUL);
        assertThat(fixture.duties.atTheDoor(ALMA, START)).isEqualTo(INES);
        assertThat(fixture.duties.people(INES, START)).containsExactly(INES);
        assertThat(fixture.duties.people(PAUL, START)).containsExactly(PAUL);
    }

    @ParameterizedTest
    @EnumSource
    void nobodyDecidesAboutTheAccountOfTheirHousehold(TestDatabase database) {
        on(database);
        fixture.enrol();
        Actor paul = new Actor(Actor.Kind.ACCOUNT, fixture.accountOf(PAUL), "Paul");
        Actor alma = new Actor(Actor.Kind.ACCOUNT, fixture.accountOf(ALMA), "Alma");
        var draft = new DecisionDraft(Counter.MAIN, 100L, START, "Service rendu", null);

        fixture.perHousehold();
        assertThatThrownBy(() -> fixture.workers.decide(INES, draft, paul)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> fixture.workers.decide(INES, draft, alma))
                .as("she shops by it")
                .isInstanceOf(Refused.class);
    }
}
