package coop.greffon.shifts.internal.store;

import static coop.greffon.shifts.internal.store.Home.ALMA;
import static coop.greffon.shifts.internal.store.Home.PAUL;
import static coop.greffon.shifts.internal.store.WorkFixture.INES;
import static coop.greffon.shifts.internal.store.WorkFixture.NADIA;
import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.members.MemberStatus;
import coop.greffon.shifts.internal.rules.Track;
import coop.greffon.testing.TestDatabase;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The household goes by the account of Inès, who leaves the co-op on 1 February and stays in the household; Paul works, Alma shops. */
class FormerHolderTest {
    private static final LocalDate LAST = LocalDate.parse("2027-01-31");
    private static final LocalDate LEFT = LocalDate.parse("2027-02-01");

    private WorkFixture fixture;

    private void on(TestDatabase database) {
        fixture = new WorkFixture(database);
        fixture.shareWithPaul();
        fixture.home.ofFour(null, null);
        fixture.say(INES, MemberStatus.FORMER, LEFT.toString());
    }

    @ParameterizedTest
    @EnumSource
    void theOthersGoByHerAccountAsLongAsSheIsAMember(TestDatabase database) {
        on(database);

        assertThat(fixture.duties.of(PAUL, LAST)).isEqualTo(INES);
        assertThat(fixture.duties.atTheDoor(ALMA, LAST)).isEqualTo(INES);
        assertThat(fixture.duties.people(INES, LAST)).containsExactly(INES, PAUL);

        assertThat(fixture.duties.of(PAUL, LEFT)).isEqualTo(PAUL);
        assertThat(fixture.duties.atTheDoor(ALMA, LEFT)).isEqualTo(ALMA);
        assertThat(fixture.duties.people(INES, LEFT)).containsExactly(INES);
    }

    @ParameterizedTest
    @EnumSource
    void anotherMayBeEnrolledInHerPlace(TestDatabase database) {
        on(database);

        fixture.workers.enrol(PAUL, new EnrolmentDraft(Track.FLYING, LEFT), NADIA);

        assertThat(fixture.duties.of(PAUL, LEFT)).isEqualTo(PAUL);
        assertThat(fixture.duties.atTheDoor(ALMA, LEFT)).isEqualTo(PAUL);
    }
}
