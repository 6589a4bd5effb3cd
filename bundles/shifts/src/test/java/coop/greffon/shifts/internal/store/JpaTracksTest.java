package coop.greffon.shifts.internal.store;

import static coop.greffon.shifts.internal.store.WorkFixture.INES;
import static coop.greffon.shifts.internal.store.WorkFixture.NADIA;
import static coop.greffon.shifts.internal.store.WorkFixture.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.greffon.core.identity.Actor;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.problem.Refused;
import coop.greffon.members.MemberStatus;
import coop.greffon.shifts.internal.rules.Counter;
import coop.greffon.shifts.internal.rules.StatusCode;
import coop.greffon.shifts.internal.rules.Track;
import coop.greffon.shifts.internal.store.slot.BookingState;
import coop.greffon.shifts.internal.store.slot.FixedPlace;
import coop.greffon.shifts.internal.store.slot.FixedPlaceDraft;
import coop.greffon.testing.TestDatabase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** BEES; Inès flies from 4 January 2027: a shift is due on 1 February, 1 March, 29 March. */
class JpaTracksTest {
    private WorkFixture fixture;

    private void on(TestDatabase database) {
        fixture = new WorkFixture(database);
        fixture.enrol();
    }

    private void passTo(String day) {
        fixture.goTo(day);
        fixture.cycles.post(LocalDate.parse(day), Actor.host());
    }

    private List<String> posted(String on) {
        return fixture.account(on, null).posted().stream()
                .map(posted ->
                        posted.entry().effectiveOn() + " " + posted.entry().amount())
                .toList();
    }

    private StatusCode standing(String on) {
        return fixture.account(on, null).standing().code();
    }

    private static void refusedAt(String field, Runnable deed) {
        assertThatThrownBy(deed::run)
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.errors())
                                .extracting(error -> error.field())
                                .containsExactly(field));
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsDueAfterTheEndAndTheyCanBeEnrolledAgain(TestDatabase database) {
        on(database);
        passTo("2027-02-10");
        refusedAt("on", () -> fixture.tracks.end(INES, LocalDate.parse("2027-02-01"), NADIA));

        fixture.tracks.end(INES, LocalDate.parse("2027-02-10"), NADIA);
        fixture.tracks.end(INES, LocalDate.parse("2027-02-10"), NADIA);
        passTo("2027-04-05");

        assertThat(posted("2027-04-05")).containsExactly("2027-02-01 -200");
        assertThat(standing("2027-02-09")).isEqualTo(StatusCode.ALERT);
        assertThat(standing("2027-02-10")).isEqualTo(StatusCode.FORMER);
        assertThat(fixture.list.find(new WorkerList.Filter(StatusCode.FORMER, null), 0, 10))
                .hasSize(1);

        var again = new EnrolmentDraft(Track.FLYING, LocalDate.parse("2027-04-05"));
        fixture.workers.enrol(INES, again, NADIA);
        fixture.workers.enrol(INES, again, NADIA);
        assertThat(fixture.account("2027-04-05", null).tracks().stretches()).hasSize(3);
        passTo("2027-05-03");
        assertThat(posted("2027-05-03"))
                .as("28 days after 5 April")
                .containsExactly("2027-02-01 -200", "2027-05-03 -100");
    }

    @ParameterizedTest
    @EnumSource
    void theEndWasNotKnownBefore(TestDatabase database) {
        on(database);
        fixture.goTo("2027-01-12");
        fixture.tracks.end(INES, LocalDate.parse("2027-01-12"), NADIA);

        assertThat(standing("2027-01-12")).isEqualTo(StatusCode.FORMER);
        assertThat(fixture.account("2027-01-12", "2027-01-11T20:00:00Z")
                        .standing()
                        .code())
                .isEqualTo(StatusCode.UP_TO_DATE);
        assertThat(fixture.workers
                        .account(INES, LocalDate.parse("2027-01-12"), Instant.parse("2027-01-11T20:00:00Z"))
                        .orElseThrow()
                        .tracks()
                        .stretches())
                .hasSize(1);
    }

    /** Fixed place on 25 January and 22 February; the end comes on 1 February. */
    @ParameterizedTest
    @EnumSource
    void anEndToComeFreesWhatLiesAfterIt(TestDatabase database) {
        fixture = new WorkFixture(database);
        fixture.workers.enrol(INES, new EnrolmentDraft(Track.FIXED, START), NADIA);
        fixture.places.give(fixture.mondays().id(), INES, new FixedPlaceDraft(null, START, null), NADIA);

        fixture.tracks.end(INES, LocalDate.parse("2027-02-01"), NADIA);

        assertThat(fixture.calendar.of(INES, START, LocalDate.parse("2027-02-28")))
                .extracting(seat -> seat.booking().state())
                .containsExactly(BookingState.BOOKED, BookingState.AWAY);
        assertThat(fixture.places.of(INES)).extracting(FixedPlace::to).containsExactly(LocalDate.parse("2027-01-31"));
        assertThat(standing("2027-01-31")).isEqualTo(StatusCode.UP_TO_DATE);
        assertThat(fixture.list.find(new WorkerList.Filter(null, Track.FIXED), 0, 10))
                .hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void aStartIsCorrectedUntilSomethingIsCounted(TestDatabase database) {
        on(database);
        fixture.tracks.correctStart(INES, LocalDate.parse("2027-01-11"), NADIA);
        fixture.tracks.correctStart(INES, LocalDate.parse("2027-01-11"), NADIA);
        assertThat(fixture.account("2027-01-11", null).enrolment().start()).isEqualTo("2027-01-11");
        assertThat(fixture.account("2027-01-11", null).forecast().ifNothing())
                .as("28 days after the 11th")
                .contains(LocalDate.parse("2027-02-08"));

        fixture.workers.decide(INES, new DecisionDraft(Counter.MAIN, 100L, START, "helped", null), NADIA);
        assertThatThrownBy(() -> fixture.tracks.correctStart(INES, START, NADIA))
                .isInstanceOf(Refused.class);
        assertThat(fixture.account("2027-01-11", null).enrolment().start()).isEqualTo("2027-01-11");
    }

    @ParameterizedTest
    @EnumSource
    void nobodyDecidesAboutTheirOwnEnrolment(TestDatabase database) {
        on(database);
        var ines = new Actor(Actor.Kind.ACCOUNT, fixture.accountOf(INES), "Inès");

        assertThatThrownBy(() -> fixture.tracks.end(INES, START.plusDays(1), ines))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> fixture.tracks.correctStart(INES, START.plusDays(1), ines))
                .isInstanceOf(Refused.class);
        assertThat(fixture.account("2027-01-04", null).tracks().stretches()).hasSize(1);
    }

    /** BEES goes on counting a flying member who left; of one whose record is erased nothing is counted any more. */
    @ParameterizedTest
    @EnumSource
    void ofAnErasedRecordNothingFallsDue(TestDatabase database) {
        on(database);
        fixture.say(INES, MemberStatus.FORMER, "2027-01-10");
        passTo("2027-02-01");
        assertThat(posted("2027-02-01")).containsExactly("2027-02-01 -200");

        fixture.tracks.erase(INES, NADIA);
        fixture.tracks.erase(INES, NADIA);
        passTo("2027-05-01");

        assertThat(posted("2027-05-01")).containsExactly("2027-02-01 -200");
        assertThat(fixture.account("2027-05-01", null).tracks().stretches()).hasSize(2);
    }

    /** Shifts are on 25 January and 22 February; the end of 1 February is put off to 1 March, of which it is not the day yet. */
    @ParameterizedTest
    @EnumSource
    void anEndToComeIsPutOffAndOneThatIsOverIsNot(TestDatabase database) {
        on(database);
        fixture.tracks.end(INES, LocalDate.parse("2027-02-01"), NADIA);
        fixture.tracks.end(INES, LocalDate.parse("2027-03-01"), NADIA);

        assertThat(fixture.account("2027-01-04", null).tracks().stretches())
                .extracting(stretch -> stretch.from() + " " + stretch.track())
                .containsExactly("2027-01-04 FLYING", "2027-03-01 null");
        passTo("2027-03-02");
        assertThat(posted("2027-03-02")).as("nothing on 1 March").containsExactly("2027-02-01 -200");

        refusedAt("on", () -> fixture.tracks.end(INES, LocalDate.parse("2027-03-20"), NADIA));
        assertThat(standing("2027-03-02")).isEqualTo(StatusCode.FORMER);
    }

    /** Their first day was to be 1 February, on which a shift takes place. */
    @ParameterizedTest
    @EnumSource
    void whoseRecordIsErasedBeforeTheyBeginNeverBegins(TestDatabase database) {
        fixture = new WorkFixture(database);
        LocalDate first = LocalDate.parse("2027-02-01");
        fixture.workers.enrol(INES, new EnrolmentDraft(Track.FLYING, first), NADIA);

        fixture.tracks.erase(INES, NADIA);
        fixture.tracks.erase(INES, NADIA);

        assertThat(standing("2027-01-04")).isEqualTo(StatusCode.FORMER);
        assertThat(standing("2027-02-01")).isEqualTo(StatusCode.FORMER);
        passTo("2027-04-01");
        assertThat(posted("2027-04-01")).isEmpty();
    }
}
